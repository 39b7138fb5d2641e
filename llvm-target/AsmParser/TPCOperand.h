//===-- TPCOperand.h - Parsed operands of the TPC ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_ASMPARSER_TPCOPERAND_H
#define LLVM_LIB_TARGET_TPC_ASMPARSER_TPCOPERAND_H

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/MC/MCExpr.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCParser/MCParsedAsmOperand.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/Support/Casting.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SMLoc.h"

namespace llvm {

/// One piece of a slot's text: the mnemonic, an operand or the predicate.
class TPCOperand : public MCParsedAsmOperand {
public:
  enum KindTy {
    Token, ///< the mnemonic
    Register,
    Immediate, ///< a number or, for branches, an expression
    DimMask,   ///< b00101
    Compare,   ///< comparison of LOOP
    Predicate,
    Distance ///< '.' and a number, for branches
  };

private:
  KindTy Kind;
  SMLoc Start, End;
  StringRef Text;
  MCRegister Reg;
  bool Inverted = false;
  bool AfterComma = false;
  const MCExpr *Expr = nullptr;

public:
  TPCOperand(KindTy Kind, SMLoc Start, SMLoc End)
      : Kind(Kind), Start(Start), End(End) {}

  static std::unique_ptr<TPCOperand> createToken(StringRef Text, SMLoc Loc) {
    auto Op = std::make_unique<TPCOperand>(Token, Loc, Loc);
    Op->Text = Text;
    return Op;
  }
  static std::unique_ptr<TPCOperand> createReg(MCRegister Reg, SMLoc Start,
                                               SMLoc End) {
    auto Op = std::make_unique<TPCOperand>(Register, Start, End);
    Op->Reg = Reg;
    return Op;
  }
  static std::unique_ptr<TPCOperand> createExpr(KindTy Kind, const MCExpr *Expr,
                                                SMLoc Start, SMLoc End) {
    auto Op = std::make_unique<TPCOperand>(Kind, Start, End);
    Op->Expr = Expr;
    return Op;
  }
  static std::unique_ptr<TPCOperand> createPred(MCRegister Reg, bool Inverted,
                                                SMLoc Start, SMLoc End) {
    auto Op = std::make_unique<TPCOperand>(Predicate, Start, End);
    Op->Reg = Reg;
    Op->Inverted = Inverted;
    return Op;
  }
  KindTy getKind() const { return Kind; }
  SMLoc getStartLoc() const override { return Start; }
  SMLoc getEndLoc() const override { return End; }
  MCRegister getReg() const override { return Reg; }
  bool isInverted() const { return Inverted; }
  bool isAfterComma() const { return AfterComma; }
  void setAfterComma(bool Value) { AfterComma = Value; }
  StringRef getToken() const { return Text; }
  const MCExpr *getExpr() const { return Expr; }

  /// The value of a number; nothing for an expression still to be resolved.
  std::optional<int64_t> getConstant() const {
    if (auto *CE = dyn_cast_or_null<MCConstantExpr>(Expr))
      return CE->getValue();
    return std::nullopt;
  }

  bool isToken() const override { return Kind == Token; }
  bool isReg() const override { return Kind == Register; }
  bool isImm() const override { return Kind == Immediate; }
  bool isMem() const override { return false; }

  // Predicates of the matcher's operand classes (TPCInstrFormats.td).
  // Type and switches are filled in once the form is known; the text has no
  // operand for them.
  bool isTypeOp() const { return false; }
  bool isSwitchOp() const { return false; }
  bool isDimMask() const { return Kind == DimMask; }
  bool isLoopCmp() const { return Kind == Compare; }
  bool isBrTarget() const { return Kind == Immediate || Kind == Distance; }
  bool isLoopEnd() const { return isBrTarget(); }
  bool isLoopImm() const { return isImm32(); }
  bool isImm32() const {
    std::optional<int64_t> C = getConstant();
    return Kind == Immediate && C && (isInt<32>(*C) || isUInt<32>(*C));
  }
  template <unsigned N> bool isUImm() const {
    std::optional<int64_t> C = getConstant();
    return Kind == Immediate && C && isUInt<N>(*C);
  }
  bool isSPred() const {
    return Kind == Predicate &&
           TPCMCRegisterClasses[TPC::SPRFRegClassID].contains(Reg);
  }
  bool isAnyPred() const { return Kind == Predicate; }

  void addRegOperands(MCInst &Inst, unsigned N) const {
    Inst.addOperand(MCOperand::createReg(Reg));
  }
  void addExprOperands(MCInst &Inst, unsigned N) const {
    if (std::optional<int64_t> C = getConstant())
      Inst.addOperand(MCOperand::createImm(*C));
    else
      Inst.addOperand(MCOperand::createExpr(Expr));
  }
  void addImm32Operands(MCInst &Inst, unsigned N) const {
    Inst.addOperand(MCOperand::createImm(uint32_t(*getConstant())));
  }
  void addPredOperands(MCInst &Inst, unsigned N) const {
    Inst.addOperand(MCOperand::createReg(Reg));
    Inst.addOperand(MCOperand::createImm(Inverted));
  }
  void print(raw_ostream &OS) const override;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_ASMPARSER_TPCOPERAND_H
