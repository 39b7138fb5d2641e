//===-- TPCDisassembler.cpp - Bytes to bundles ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCCompress.h"
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

  bool decodeLoop(MCInst &Inst, ArrayRef<uint8_t> Bytes) const;
  bool decodeSlots(MCInst &Inst, const BundleLayout &Layout,
                   ArrayRef<uint8_t> Bytes, raw_ostream &CStream) const;
  bool isWhole(const MCInst &Inst, ArrayRef<uint8_t> Bytes,
               raw_ostream &CStream) const;
  bool decodeFull(MCInst &Inst, ArrayRef<uint8_t> Bytes,
                  raw_ostream &CStream) const;
  bool decodeHalf(MCInst &Inst, ArrayRef<uint8_t> Bytes,
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
  SlotWord Word = readSlot(Gen.Full, LoopSlot, Bytes);
  return decodeSlot(Gen, LoopSlot, Word, SlotWord{},
                    *getContext().getRegisterInfo(), Inst);
}

bool TPCDisassembler::decodeSlots(MCInst &Inst, const BundleLayout &Layout,
                                  ArrayRef<uint8_t> Bytes,
                                  raw_ostream &CStream) const {
  MCInst *Slots[LoopSlot];
  for (MCInst *&Slot : Slots)
    Slot = getContext().createMCInst();
  int Bad =
      decodeBundle(Gen, Layout, Bytes, *getContext().getRegisterInfo(), Slots);
  if (Bad >= 0) {
    CStream << "no " << getSlotName(unsigned(Bad))
            << " instruction is encoded so";
    return false;
  }
  Inst.clear();
  Inst.setOpcode(TPC::BUNDLE);
  for (MCInst *Slot : Slots)
    Inst.addOperand(MCOperand::createInst(Slot));
  return true;
}

/// Bits that no record owns would be lost, and so would values of a shared
/// field that the instructions do not agree on.
bool TPCDisassembler::isWhole(const MCInst &Inst, ArrayRef<uint8_t> Bytes,
                              raw_ostream &CStream) const {
  SmallVector<char, BundleBytes> Again;
  SmallVector<MCFixup, 1> Fixups;
  Emitter.encodeInstruction(Inst, Again, Fixups, STI);
  if (std::equal(Bytes.begin(), Bytes.end(), Again.begin(), Again.end(),
                 [](uint8_t A, char B) { return A == uint8_t(B); }))
    return true;
  CStream << "bits are set that no instruction of this bundle uses";
  return false;
}

bool TPCDisassembler::decodeFull(MCInst &Inst, ArrayRef<uint8_t> Bytes,
                                 raw_ostream &CStream) const {
  return (decodeLoop(Inst, Bytes) ||
          decodeSlots(Inst, Gen.Full, Bytes, CStream)) &&
         isWhole(Inst, Bytes, CStream);
}

bool TPCDisassembler::decodeHalf(MCInst &Inst, ArrayRef<uint8_t> Bytes,
                                 raw_ostream &CStream) const {
  const BundleLayout *Half = Gen.findHalf(Bytes);
  if (!Half) {
    CStream << "a compressed bundle has none beside it";
    return false;
  }
  if (!decodeSlots(Inst, *Half, Bytes, CStream))
    return false;
  if (findHalf(Gen, Inst) != Half) {
    CStream << "the bundle is compressed in another way than assemblers do it";
    return false;
  }
  setCompressed(Inst);
  return isWhole(Inst, Bytes, CStream);
}

MCDisassembler::DecodeStatus
TPCDisassembler::getInstruction(MCInst &Instr, uint64_t &Size,
                                ArrayRef<uint8_t> Bytes, uint64_t Address,
                                raw_ostream &CStream) const {
  bool IsSecond = Address % BundleBytes == HalfBytes;
  Size = IsSecond ? HalfBytes : BundleBytes;
  if (Bytes.size() < Size) {
    Size = Bytes.size();
    CStream << "a bundle has " << BundleBytes << " bytes";
    return Fail;
  }
  ArrayRef<uint8_t> First = Bytes.take_front(HalfBytes);
  if (IsSecond)
    return decodeHalf(Instr, First, CStream) ? Success : Fail;
  if (!Gen.findHalf(First))
    return decodeFull(Instr, Bytes.take_front(Size), CStream) ? Success : Fail;
  // Both of a pair have to be right, else it is as much data as a bundle.
  MCInst Second;
  if (!decodeHalf(Instr, First, CStream) ||
      !decodeHalf(Second, Bytes.slice(HalfBytes, HalfBytes), CStream))
    return Fail;
  Size = HalfBytes;
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
