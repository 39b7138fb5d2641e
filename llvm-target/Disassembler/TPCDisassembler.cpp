//===-- TPCDisassembler.cpp - Bytes to bundles ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCCodeEmitter.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCSlotDecoder.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCDisassembler/MCDisassembler.h"
#include "llvm/MC/MCFixup.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"

using namespace llvm;
using namespace llvm::TPC;

namespace {

class TPCDisassembler : public MCDisassembler {
  const GenerationInfo &Gen;
  TPCMCCodeEmitter Emitter;

  SlotWord findFreeBits(unsigned InSlot,
                        ArrayRef<const FormInfo *> Forms) const;
  SlotWord withoutYielding(SlotWord Word, const FormInfo &Vpu,
                           const FormInfo &Load) const;
  bool decodeLoop(MCInst &Inst, ArrayRef<uint8_t> Bytes) const;
  bool decodeBundle(MCInst &Inst, ArrayRef<uint8_t> Bytes,
                    raw_ostream &CStream) const;

public:
  TPCDisassembler(const MCSubtargetInfo &STI, MCContext &Ctx)
      : MCDisassembler(STI, Ctx), Gen(getGeneration(STI)), Emitter(Ctx) {}

  DecodeStatus getInstruction(MCInst &Instr, uint64_t &Size,
                              ArrayRef<uint8_t> Bytes, uint64_t Address,
                              raw_ostream &CStream) const override;
};

} // namespace

/// LOOP takes the whole bundle.
bool TPCDisassembler::decodeLoop(MCInst &Inst, ArrayRef<uint8_t> Bytes) const {
  SlotWord Word = readSlot(Gen, LoopSlot, Bytes);
  return decodeSlot(Gen, LoopSlot, Word, SlotWord{},
                    *getContext().getRegisterInfo(), Inst);
}

/// Bits that slots other than \p InSlot may have set: those of the forms that
/// are known already, any of the others.
SlotWord TPCDisassembler::findFreeBits(unsigned InSlot,
                                       ArrayRef<const FormInfo *> Forms) const {
  SlotWord Free{};
  for (unsigned Other = 0; Other != LoopSlot; ++Other) {
    if (Other == InSlot)
      continue;
    const FormInfo *Form = Forms[Other];
    SlotWord Own = Form ? Form->OwnBits : SlotWord{};
    if (Form && Form->WeakImm)
      if (const LayoutField *Imm = Gen.findField(Other, FieldImm))
        insertBits(Own, ~uint64_t(0), Imm->Word, Imm->Width);
    SlotWord Shared = findSharedBits(Gen, InSlot, Other, Form ? &Own : nullptr);
    for (unsigned I = 0; I != Free.size(); ++I)
      Free[I] |= Shared[I];
  }
  return Free;
}

/// Clears switches of the VPU where LOAD's operands fill their field.
SlotWord TPCDisassembler::withoutYielding(SlotWord Word, const FormInfo &Vpu,
                                          const FormInfo &Load) const {
  SlotWord Theirs = findSharedBits(Gen, VpuSlot, LoadSlot, &Load.OperandBits);
  for (const LayoutField &F : Gen.Layout[VpuSlot])
    for (const SwitchInfo &S : Vpu.Switches)
      if (S.Yields && S.Inst >= F.Word && S.Inst < F.Word + F.Width &&
          extractBits(Theirs, F.Word, F.Width))
        insertBits(Word, 0, F.Word, F.Width);
  return Word;
}

bool TPCDisassembler::decodeBundle(MCInst &Inst, ArrayRef<uint8_t> Bytes,
                                   raw_ostream &CStream) const {
  const MCRegisterInfo &MRI = *getContext().getRegisterInfo();
  MCInst *Slots[LoopSlot];
  const FormInfo *Forms[LoopSlot] = {};
  for (unsigned InSlot : {SpuSlot, VpuSlot, LoadSlot, StoreSlot}) {
    Slots[InSlot] = getContext().createMCInst();
    Forms[InSlot] =
        decodeSlot(Gen, InSlot, readSlot(Gen, InSlot, Bytes),
                   findFreeBits(InSlot, Forms), MRI, *Slots[InSlot]);
    if (!Forms[InSlot]) {
      CStream << "no " << getSlotName(InSlot) << " instruction is encoded so";
      return false;
    }
  }
  if (Forms[VpuSlot]->yields())
    decodeSlot(Gen, VpuSlot,
               withoutYielding(readSlot(Gen, VpuSlot, Bytes), *Forms[VpuSlot],
                               *Forms[LoadSlot]),
               findFreeBits(VpuSlot, Forms), MRI, *Slots[VpuSlot]);
  Inst.clear();
  Inst.setOpcode(TPC::BUNDLE);
  for (MCInst *Slot : Slots)
    Inst.addOperand(MCOperand::createInst(Slot));
  return true;
}

MCDisassembler::DecodeStatus
TPCDisassembler::getInstruction(MCInst &Instr, uint64_t &Size,
                                ArrayRef<uint8_t> Bytes, uint64_t Address,
                                raw_ostream &CStream) const {
  if (Bytes.size() < BundleBytes) {
    Size = Bytes.size();
    CStream << "a bundle has " << BundleBytes << " bytes";
    return Fail;
  }
  Size = BundleBytes;
  Bytes = Bytes.take_front(BundleBytes);
  if (!decodeLoop(Instr, Bytes) && !decodeBundle(Instr, Bytes, CStream))
    return Fail;

  // Bits that no record owns would be lost.
  SmallVector<char, BundleBytes> Again;
  SmallVector<MCFixup, 1> Fixups;
  Emitter.encodeInstruction(Instr, Again, Fixups, STI);
  if (!std::equal(Bytes.begin(), Bytes.end(), Again.begin(), Again.end(),
                  [](uint8_t A, char B) { return A == uint8_t(B); })) {
    CStream << "bits are set that no instruction of this bundle uses";
    return Fail;
  }
  return Success;
}

static MCDisassembler *createTPCDisassembler(const Target &T,
                                             const MCSubtargetInfo &STI,
                                             MCContext &Ctx) {
  return new TPCDisassembler(STI, Ctx);
}

extern "C" void LLVMInitializeTPCDisassembler() {
  TargetRegistry::RegisterMCDisassembler(getTheTPCTarget(),
                                         createTPCDisassembler);
}
