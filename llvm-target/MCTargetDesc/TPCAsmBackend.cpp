//===-- TPCAsmBackend.cpp - TPC assembler backend -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Fills in jump distances and loop ends, and pads code with NOP bundles.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCCompress.h"
#include "MCTargetDesc/TPCFixupKinds.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "llvm/MC/MCAsmBackend.h"
#include "llvm/MC/MCAssembler.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCELFObjectWriter.h"
#include "llvm/MC/MCFixupKindInfo.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace {

class TPCAsmBackend : public MCAsmBackend {
  const TPC::GenerationInfo &Gen;
  MCFixupKindInfo Infos[TPC::NumTargetFixupKinds];

public:
  explicit TPCAsmBackend(const MCSubtargetInfo &STI);

  std::unique_ptr<MCObjectTargetWriter>
  createObjectTargetWriter() const override {
    return createTPCELFObjectWriter();
  }

  unsigned getNumFixupKinds() const override {
    return TPC::NumTargetFixupKinds;
  }
  const MCFixupKindInfo &getFixupKindInfo(MCFixupKind Kind) const override;

  void applyFixup(const MCAssembler &Asm, const MCFixup &Fixup,
                  const MCValue &Target, MutableArrayRef<char> Data,
                  uint64_t Value, bool IsResolved,
                  const MCSubtargetInfo *STI) const override;

  /// Bundles that may be compressed are no part of what is final.
  bool mayNeedRelaxation(const MCInst &Inst,
                         const MCSubtargetInfo &STI) const override {
    return TPC::findsPairs(STI);
  }
  bool fixupNeedsRelaxation(const MCFixup &Fixup,
                            uint64_t Value) const override {
    return false;
  }

  bool writeNopData(raw_ostream &OS, uint64_t Count,
                    const MCSubtargetInfo *STI) const override;
};

} // namespace

TPCAsmBackend::TPCAsmBackend(const MCSubtargetInfo &STI)
    : MCAsmBackend(llvm::endianness::little), Gen(TPC::getGeneration(STI)) {
  auto Place = [&](unsigned Kind, const char *Name, const TPC::LayoutField *F) {
    Infos[Kind - FirstTargetFixupKind] = {Name, F ? F->Bundle : 0u,
                                          F ? F->Width : 0u,
                                          MCFixupKindInfo::FKF_IsPCRel};
  };
  Place(TPC::fixup_tpc_jump, "fixup_tpc_jump",
        Gen.findField(TPC::SpuSlot, TPC::FieldImm));
  const TPC::LayoutField *Jump = nullptr;
  for (const TPC::BundleLayout &Half : Gen.Halves)
    if (!Jump)
      Jump = Half.findField(TPC::SpuSlot, TPC::FieldImm);
  Place(TPC::fixup_tpc_half_jump, "fixup_tpc_half_jump", Jump);
  Place(TPC::fixup_tpc_loop_end, "fixup_tpc_loop_end",
        Gen.findField(TPC::LoopSlot, TPC::FieldLoopEnd));
}

const MCFixupKindInfo &TPCAsmBackend::getFixupKindInfo(MCFixupKind Kind) const {
  if (Kind >= FirstLiteralRelocationKind)
    return MCAsmBackend::getFixupKindInfo(FK_NONE);
  if (Kind < FirstTargetFixupKind)
    return MCAsmBackend::getFixupKindInfo(Kind);
  return Infos[Kind - FirstTargetFixupKind];
}

// The value as the field holds it; reports what does not fit.
static uint64_t adjustFixupValue(const TPC::GenerationInfo &Gen,
                                 const MCFixup &Fixup, uint64_t Value,
                                 MCContext &Ctx) {
  unsigned Kind = Fixup.getKind();
  if (Kind < FirstTargetFixupKind)
    return Value;
  int64_t Distance = int64_t(Value);
  if (Distance % TPC::BundleBytes != 0) {
    Ctx.reportError(Fixup.getLoc(), "target at " + Twine(Distance) +
                                        " is not a multiple of " +
                                        Twine(TPC::BundleBytes) + " bytes");
    return 0;
  }
  if (Kind != TPC::fixup_tpc_loop_end) {
    if (!isInt<32>(Distance) && !isUInt<32>(Distance))
      Ctx.reportError(Fixup.getLoc(), "jump target is out of range");
    return Value;
  }
  return TPC::encodeLoopEnd(Gen, Distance, Fixup.getLoc(), Ctx).value_or(0);
}

void TPCAsmBackend::applyFixup(const MCAssembler &Asm, const MCFixup &Fixup,
                               const MCValue &Target,
                               MutableArrayRef<char> Data, uint64_t Value,
                               bool IsResolved,
                               const MCSubtargetInfo *STI) const {
  if (Fixup.getKind() >= FirstLiteralRelocationKind)
    return;
  // What is left open is the linker's (or has been reported).
  if (!IsResolved && Fixup.getTargetKind() >= FirstTargetFixupKind)
    return;
  const MCFixupKindInfo &Info = getFixupKindInfo(Fixup.getKind());
  Value = adjustFixupValue(Gen, Fixup, Value, Asm.getContext());
  for (unsigned I = 0; I != Info.TargetSize; ++I) {
    if (!(Value >> I & 1))
      continue;
    unsigned Bit = Info.TargetOffset + I;
    Data[Fixup.getOffset() + Bit / 8] |= char(1u << (Bit % 8));
  }
}

bool TPCAsmBackend::writeNopData(raw_ostream &OS, uint64_t Count,
                                 const MCSubtargetInfo *STI) const {
  TPC::BundleBits Nop = TPC::encodeNopBundle(Gen);
  // The rest of a bundle that data began.
  OS.write_zeros(unsigned(Count % Nop.size()));
  Count -= Count % Nop.size();
  for (; Count; Count -= Nop.size())
    OS.write(reinterpret_cast<const char *>(Nop.data()), Nop.size());
  return true;
}

MCAsmBackend *llvm::createTPCAsmBackend(const Target &T,
                                        const MCSubtargetInfo &STI,
                                        const MCRegisterInfo &MRI,
                                        const MCTargetOptions &Options) {
  return new TPCAsmBackend(STI);
}
