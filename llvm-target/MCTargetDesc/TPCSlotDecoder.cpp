//===-- TPCSlotDecoder.cpp - Slot words to instructions -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The forms of an opcode differ by what their operand fields name: the same
// opcode adds two registers or a register and the immediate. TableGen's
// decoder looks at constant bits only, so this one tries the records of the
// opcode one after the other: constant bits first, then whether each code
// names something the operand may be.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCSlotDecoder.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCSwitchWord.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCInstBuilder.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/Support/MathExtras.h"
#include <vector>

using namespace llvm;
using namespace llvm::TPC;

namespace {

/// The forms of each slot by opcode.
class FormIndex {
  static constexpr unsigned NumOpcodes = 256;
  std::vector<std::vector<const FormInfo *>> Lists;

public:
  FormIndex() : Lists(NumSlots * NumOpcodes) {
    for (const FormInfo &F : forms())
      if (!F.ParserOnly)
        Lists[F.InSlot * NumOpcodes + (F.FixedBits[0] & 0xff)].push_back(&F);
  }

  ArrayRef<const FormInfo *> get(unsigned InSlot, const SlotWord &Word) const {
    return Lists[InSlot * NumOpcodes + (Word[0] & 0xff)];
  }
};

/// Tries one form on one word.
class FormDecoder {
  const GenerationInfo &Gen;
  const FormInfo &Form;
  const SlotWord &Word;
  const MCRegisterInfo &MRI;
  MCInst &Inst;

  bool addReg(MCRegister Reg);
  bool addImm(int64_t Value);
  bool readBits(const OperandInfo &Op, uint64_t &Value) const;
  int readType() const;
  bool decodeImmediate(const OperandInfo &Op, uint64_t Bits);
  bool decodeReg(const OperandInfo &Op, unsigned Code);
  bool decodeOperand(const OperandInfo &Op);
  bool hasKnownSwitches() const;

public:
  FormDecoder(const GenerationInfo &Gen, const FormInfo &Form,
              const SlotWord &Word, const MCRegisterInfo &MRI, MCInst &Inst)
      : Gen(Gen), Form(Form), Word(Word), MRI(MRI), Inst(Inst) {}

  bool matchesFixedBits(const SlotWord &Free) const;
  bool decodeOperands();
};

} // namespace

bool FormDecoder::addReg(MCRegister Reg) {
  Inst.addOperand(MCOperand::createReg(Reg));
  return Reg.isValid();
}

bool FormDecoder::addImm(int64_t Value) {
  Inst.addOperand(MCOperand::createImm(Value));
  return true;
}

/// Set bits are the form's own or constant. Others have to be zero, but those
/// that another slot may have filled.
bool FormDecoder::matchesFixedBits(const SlotWord &Free) const {
  for (unsigned I = 0; I != Word.size(); ++I)
    if (Form.FixedBits[I] & ~Word[I] & ~Form.OwnBits[I])
      return false;
  for (const LayoutField &F : Gen.Full.Slots[Form.InSlot]) {
    uint64_t Used = extractBits(Form.OwnBits, F.Word, F.Width) |
                    extractBits(Form.FixedBits, F.Word, F.Width);
    uint64_t Rest = extractBits(Word, F.Word, F.Width) & ~Used;
    // A predicate is never read in parts.
    bool Whole = (F.Of == FieldPred || F.Of == FieldPol) && Form.isGuarded();
    if (!Whole)
      Rest &= ~extractBits(Free, F.Word, F.Width);
    if (Rest)
      return false;
  }
  return true;
}

/// Collects an operand's bits. Bits that stand in two places must agree.
bool FormDecoder::readBits(const OperandInfo &Op, uint64_t &Value) const {
  const LayoutField *Imm = Gen.findField(Form.InSlot, FieldImm);
  uint64_t Known = 0;
  Value = 0;
  for (const BitChunk &C : Op.Chunks) {
    if (Form.WeakImm && Imm && C.Word >= Imm->Word)
      continue;
    uint64_t Bits = extractBits(Word, C.Word, C.Width) << C.Operand;
    uint64_t Mask = maskTrailingOnes<uint64_t>(C.Width) << C.Operand;
    if ((Value ^ Bits) & Mask & Known)
      return false;
    Value |= Bits;
    Known |= Mask;
  }
  return true;
}

bool FormDecoder::decodeReg(const OperandInfo &Op, unsigned Code) {
  const MCRegisterClass &Class = MRI.getRegClass(Op.Param);
  const OperandSpace *Space = getOperandSpace(Gen, Form.InSlot, Op.Field);
  if (Space && encodeRegister(*Space, Class.getRegister(0), MRI))
    return addReg(decodeRegister(*Space, Code, Op.Param, MRI));
  // No register of a file: the bare number of a hardware register, or as many
  // of its lowest bits as there is room for.
  unsigned Mask = maskTrailingOnes<unsigned>(Op.Chunks.front().Width);
  for (MCPhysReg Reg : Class)
    if ((MRI.getEncodingValue(Reg) & Mask) == Code)
      return addReg(Reg);
  return false;
}

/// The data type, -1 if there is none.
int FormDecoder::readType() const {
  uint64_t Bits;
  for (const OperandInfo &Op : Form.Operands)
    if (Op.Kind == OperandKind::Type && readBits(Op, Bits))
      return int(Bits);
  return -1;
}

/// An immediate with the code that announces it, {value[31:0], code[8:0]}, or
/// one that is its code. What has a short code has no other one, but distances
/// never have one.
bool FormDecoder::decodeImmediate(const OperandInfo &Op, uint64_t Bits) {
  constexpr unsigned CodeWidth = 9;
  const OperandSpace *Space = getOperandSpace(Gen, Form.InSlot, Op.Field);
  if (!Space)
    return false;
  unsigned Code = unsigned(Bits & maskTrailingOnes<uint64_t>(CodeWidth));
  bool IsTarget = Op.Kind == OperandKind::BrTarget;
  bool Signed = Form.hasSignedImm(readType());
  if (int(Code) != Space->ImmCode) {
    std::optional<uint32_t> Short = Space->decodeShort(Code, Signed);
    return Short && !IsTarget && addImm(int64_t(*Short));
  }
  const LayoutField *Imm = Gen.findField(Form.InSlot, FieldImm);
  uint32_t Value = Imm ? uint32_t(extractBits(Word, Imm->Word, Imm->Width)) : 0;
  if (!IsTarget && Space->encodeShort(Value, Signed))
    return false;
  return addImm(Op.Kind == OperandKind::BrTarget ? int64_t(int32_t(Value))
                                                 : int64_t(Value));
}

bool FormDecoder::decodeOperand(const OperandInfo &Op) {
  uint64_t Bits;
  if (!readBits(Op, Bits))
    return false;
  switch (Op.Kind) {
  case OperandKind::Reg:
    return decodeReg(Op, unsigned(Bits));
  case OperandKind::Implied:
    return addReg(MRI.getRegClass(Op.Param).getRegister(0));
  case OperandKind::Imm32:
  case OperandKind::SameImm:
  case OperandKind::BrTarget:
    return decodeImmediate(Op, Bits);
  case OperandKind::Type:
    return (Form.Types >> Bits & 1) && addImm(int64_t(Bits));
  case OperandKind::Pred: {
    constexpr unsigned CodeWidth = 5; // {polarity, code[4:0]}
    return decodeReg(Op,
                     unsigned(Bits & maskTrailingOnes<uint64_t>(CodeWidth))) &&
           addImm(int64_t(Bits >> CodeWidth));
  }
  case OperandKind::LoopCmp:
    return Bits < loopCompares().size() && addImm(int64_t(Bits));
  case OperandKind::LoopEnd:
    return Bits % BundleBytes == 0 && addImm(int64_t(Bits + BundleBytes));
  case OperandKind::UImm:
    return Bits <= Op.Param && addImm(int64_t(Bits));
  case OperandKind::Mask32:
  case OperandKind::DimMask:
  case OperandKind::Switches:
  case OperandKind::LoopImm:
    return addImm(int64_t(Bits));
  }
  return false;
}

/// Where values of a switch have names, others mean nothing; nor do bits of
/// switches that the data type does not have.
bool FormDecoder::hasKnownSwitches() const {
  SwitchReader Reader(Form, Inst);
  if (Reader.hasUnreadBits())
    return false;
  return all_of(Form.Switches, [&](const SwitchInfo &S) {
    return S.TextOnly || S.Values.empty() || !Reader.isActive(S) ||
           any_of(S.Values, [&](const SwitchValueInfo &V) {
             return V.Value == Reader.getValue(S);
           });
  });
}

bool FormDecoder::decodeOperands() {
  Inst.clear();
  Inst.setOpcode(Form.Opcode);
  for (const OperandInfo &Op : Form.Operands)
    if (!decodeOperand(Op))
      return false;
  return hasKnownSwitches();
}

const FormInfo *TPC::decodeSlot(const GenerationInfo &Gen, unsigned InSlot,
                                const SlotWord &Word, const SlotWord &Free,
                                const MCRegisterInfo &MRI, MCInst &Inst) {
  static const FormIndex Index;
  for (const FormInfo *Form : Index.get(InSlot, Word)) {
    if (!Form->existsOn(Gen))
      continue;
    FormDecoder Decoder(Gen, *Form, Word, MRI, Inst);
    if (Decoder.matchesFixedBits(Free) && Decoder.decodeOperands())
      return Form;
  }
  Inst.clear();
  return nullptr;
}

SlotWord TPC::readSlot(const BundleLayout &Layout, unsigned InSlot,
                       ArrayRef<uint8_t> Bytes) {
  SlotWord Word{};
  for (const LayoutField &F : Layout.Slots[InSlot])
    insertBits(Word, extractBits(Bytes, F.Bundle, F.Width), F.Word, F.Width);
  return Word;
}

//===----------------------------------------------------------------------===//
// Bundles
//===----------------------------------------------------------------------===//

/// The bits of \p InSlot's word that stand where \p Other has \p Bits of its
/// own word, or any bits if \p Bits is null.
static SlotWord findSharedBits(const BundleLayout &Layout, unsigned InSlot,
                               unsigned Other, const SlotWord *Bits) {
  BundleBits Filled{};
  for (const LayoutField &F : Layout.Slots[Other])
    insertBits(Filled,
               Bits ? extractBits(*Bits, F.Word, F.Width) : ~uint64_t(0),
               F.Bundle, F.Width);
  return readSlot(Layout, InSlot, Filled);
}

/// Bits that slots other than \p InSlot may have set: those of the forms that
/// are known already, any of the others.
static SlotWord findFreeBits(const BundleLayout &Layout, unsigned InSlot,
                             ArrayRef<const FormInfo *> Forms) {
  SlotWord Free{};
  for (unsigned Other = 0; Other != LoopSlot; ++Other) {
    if (Other == InSlot)
      continue;
    const FormInfo *Form = Forms[Other];
    SlotWord Own = Form ? Form->OwnBits : SlotWord{};
    if (Form && Form->WeakImm)
      if (const LayoutField *Imm = Layout.findField(Other, FieldImm))
        insertBits(Own, ~uint64_t(0), Imm->Word, Imm->Width);
    SlotWord Shared =
        findSharedBits(Layout, InSlot, Other, Form ? &Own : nullptr);
    for (unsigned I = 0; I != Free.size(); ++I)
      Free[I] |= Shared[I];
  }
  return Free;
}

/// Clears switches of the VPU where LOAD's operands fill their field.
static SlotWord withoutYielding(const BundleLayout &Layout, SlotWord Word,
                                const FormInfo &Vpu, const FormInfo &Load) {
  SlotWord Theirs =
      findSharedBits(Layout, VpuSlot, LoadSlot, &Load.OperandBits);
  for (const LayoutField &F : Layout.Slots[VpuSlot])
    for (const SwitchInfo &S : Vpu.Switches)
      if (S.Yields && S.Inst >= F.Word && S.Inst < F.Word + F.Width &&
          extractBits(Theirs, F.Word, F.Width))
        insertBits(Word, 0, F.Word, F.Width);
  return Word;
}

int TPC::decodeBundle(const GenerationInfo &Gen, const BundleLayout &Layout,
                      ArrayRef<uint8_t> Bytes, const MCRegisterInfo &MRI,
                      ArrayRef<MCInst *> Slots) {
  const FormInfo *Forms[LoopSlot] = {};
  for (unsigned InSlot = 0; InSlot != LoopSlot; ++InSlot) {
    if (!Layout.Slots[InSlot].empty())
      continue;
    *Slots[InSlot] = MCInstBuilder(findPlainOpcode("nop", InSlot));
    Forms[InSlot] = findForm(Slots[InSlot]->getOpcode(), Gen);
  }
  // The VPU first: it owns what it shares with LOAD and STORE where it uses it.
  for (unsigned InSlot : {SpuSlot, VpuSlot, LoadSlot, StoreSlot}) {
    if (Forms[InSlot])
      continue;
    Forms[InSlot] =
        decodeSlot(Gen, InSlot, readSlot(Layout, InSlot, Bytes),
                   findFreeBits(Layout, InSlot, Forms), MRI, *Slots[InSlot]);
    if (!Forms[InSlot])
      return int(InSlot);
  }
  if (Forms[VpuSlot]->yields())
    decodeSlot(Gen, VpuSlot,
               withoutYielding(Layout, readSlot(Layout, VpuSlot, Bytes),
                               *Forms[VpuSlot], *Forms[LoadSlot]),
               findFreeBits(Layout, VpuSlot, Forms), MRI, *Slots[VpuSlot]);
  return -1;
}
