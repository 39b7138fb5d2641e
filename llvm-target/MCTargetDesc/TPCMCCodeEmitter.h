//===-- TPCMCCodeEmitter.h - Bundles to bytes -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCCODEEMITTER_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCCODEEMITTER_H

#include "MCTargetDesc/TPCBaseInfo.h"
#include "llvm/MC/MCCodeEmitter.h"

namespace llvm {

class APInt;
class MCContext;
class MCInst;
class MCOperand;

class TPCMCCodeEmitter : public MCCodeEmitter {
  MCContext &Ctx;

public:
  explicit TPCMCCodeEmitter(MCContext &Ctx) : Ctx(Ctx) {}

  /// Appends the bytes of a BUNDLE, a LOOP, or an instruction alone in its
  /// slot, half of them if it is flagged as compressed. Slots that exclude each
  /// other are reported as errors at the location of the later one.
  void encodeInstruction(const MCInst &MI, SmallVectorImpl<char> &CB,
                         SmallVectorImpl<MCFixup> &Fixups,
                         const MCSubtargetInfo &STI) const override;

  /// The canonical word of one slot, TPCInstrFormats.td.
  TPC::SlotWord encodeSlot(const MCInst &MI, SmallVectorImpl<MCFixup> &Fixups,
                           const MCSubtargetInfo &STI) const;

private:
  // Made by TableGen from the Inst bits of the records.
  void getBinaryCodeForInstr(const MCInst &MI, SmallVectorImpl<MCFixup> &Fixups,
                             APInt &Inst, APInt &Scratch,
                             const MCSubtargetInfo &STI) const;

  // Called by the generated code for the operands.
  void getMachineOpValue(const MCInst &MI, const MCOperand &MO, APInt &Op,
                         SmallVectorImpl<MCFixup> &Fixups,
                         const MCSubtargetInfo &STI) const;
  void encodeImm32(const MCInst &MI, unsigned OpNo, APInt &Op,
                   SmallVectorImpl<MCFixup> &Fixups,
                   const MCSubtargetInfo &STI) const;
  void encodeSameImm(const MCInst &MI, unsigned OpNo, APInt &Op,
                     SmallVectorImpl<MCFixup> &Fixups,
                     const MCSubtargetInfo &STI) const;
  void encodeBrTarget(const MCInst &MI, unsigned OpNo, APInt &Op,
                      SmallVectorImpl<MCFixup> &Fixups,
                      const MCSubtargetInfo &STI) const;
  void encodeLoopEnd(const MCInst &MI, unsigned OpNo, APInt &Op,
                     SmallVectorImpl<MCFixup> &Fixups,
                     const MCSubtargetInfo &STI) const;
  void encodePred(const MCInst &MI, unsigned OpNo, APInt &Op,
                  SmallVectorImpl<MCFixup> &Fixups,
                  const MCSubtargetInfo &STI) const;

  std::optional<unsigned> getImmCode(const MCInst &MI, unsigned OpNo,
                                     bool MayBeShort,
                                     const MCSubtargetInfo &STI) const;
  void encodeImmediate(const MCInst &MI, unsigned OpNo, bool MayBeShort,
                       APInt &Op, const MCSubtargetInfo &STI) const;
  void placeSameImm(const MCInst &MI, TPC::SlotWord &Word,
                    const MCSubtargetInfo &STI) const;
  void checkMeaning(const MCInst &Bundle, ArrayRef<uint8_t> Bytes,
                    const TPC::GenerationInfo &Gen) const;
  const TPC::OperandSpace *getSpace(const MCInst &MI, unsigned OpNo,
                                    const MCSubtargetInfo &STI) const;
  unsigned getRegCode(const MCInst &MI, unsigned OpNo,
                      const MCSubtargetInfo &STI) const;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCCODEEMITTER_H
