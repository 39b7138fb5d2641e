//===-- TPCTargetStreamer.cpp - TPC target streamer -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCTargetStreamer.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCCompress.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/MC/MCAssembler.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCObjectStreamer.h"
#include "llvm/MC/MCSectionELF.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Support/Casting.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

TPCTargetStreamer::TPCTargetStreamer(MCStreamer &S) : MCTargetStreamer(S) {}

MCSection *TPCTargetStreamer::getMetadataSection() {
  return getStreamer().getContext().getELFSection(TPC::MetadataSection,
                                                  ELF::SHT_PROGBITS, 0);
}

TPC::Metadata &TPCTargetStreamer::getMetadata(const MCSubtargetInfo &STI) {
  if (!Meta)
    Meta.emplace(STI);
  return *Meta;
}

void TPCTargetStreamer::switchToMetadataSection() {
  getStreamer().switchSection(getMetadataSection());
}

bool TPCTargetStreamer::isInMetadataSection() {
  const MCSection *Section = getStreamer().getCurrentSectionOnly();
  return Section && Section == getMetadataSection();
}

TPCTargetAsmStreamer::TPCTargetAsmStreamer(MCStreamer &S, raw_ostream &OS)
    : TPCTargetStreamer(S), OS(OS) {}

void TPCTargetAsmStreamer::emitPair() { OS << "\t.pair\n"; }

void TPCTargetAsmStreamer::finish() {
  if (!Meta)
    return;
  if (!isInMetadataSection())
    switchToMetadataSection();
  for (const TPC::MetadataField &F : TPC::getMetadataFields()) {
    StringRef Directive = TPC::getMetadataDirective(F.valueBytes());
    uint32_t Value = Meta->get(F);
    if (!F.isArray()) {
      OS << '\t' << F.Name << ": " << Directive << ' ' << Value << '\n';
      continue;
    }
    for (unsigned I = 0; I != F.Count; ++I)
      if (Value >> I & 1)
        OS << '\t' << F.Name << '[' << I << "]: " << Directive << " 1\n";
  }
}

TPCTargetELFStreamer::TPCTargetELFStreamer(MCStreamer &S,
                                           const MCSubtargetInfo &STI)
    : TPCTargetStreamer(S), STI(STI) {}

MCAssembler &TPCTargetELFStreamer::getAssembler() {
  return static_cast<MCObjectStreamer &>(getStreamer()).getAssembler();
}

/// What the current fragment holds already.
size_t TPCTargetELFStreamer::getOffset() {
  auto *Data = dyn_cast<MCDataFragment>(getStreamer().getCurrentFragment());
  return Data ? Data->getContents().size() : 0;
}

void TPCTargetELFStreamer::beforeBundle(SMLoc Loc) {
  // What is in which order is known to LLVM alone then.
  if (TPC::findsPairs(STI) && getStreamer().getCurrentSection().second)
    getStreamer().getContext().reportError(
        Loc, "code of subsections cannot be compressed");
  if (getStreamer().getCurrentFragment() == EndFragment &&
      getOffset() == EndOffset)
    return;
  MCSymbol *Start = getStreamer().getContext().createTempSymbol();
  getStreamer().emitLabel(Start);
  Starts.emplace_back(Start, Loc);
}

void TPCTargetELFStreamer::afterBundle() {
  EndFragment = getStreamer().getCurrentFragment();
  EndOffset = getOffset();
}

void TPCTargetELFStreamer::checkPlaces() {
  for (auto [Start, Loc] : Starts) {
    uint64_t Offset = getAssembler().getSymbolOffset(*Start);
    if (Offset % TPC::BundleBytes != 0)
      getStreamer().getContext().reportError(
          Loc, "the bundle is at byte 0x" + Twine::utohexstr(Offset) +
                   ", which is no multiple of " + Twine(TPC::BundleBytes) +
                   "; put .p2align 5 before it");
  }
}

void TPCTargetELFStreamer::compress() {
  const TPC::GenerationInfo &Gen = TPC::getGeneration(STI);
  for (MCSection &Section : getAssembler())
    if (Section.isText())
      TPC::compressSection(getAssembler(), Gen, Section);
}

void TPCTargetELFStreamer::finish() {
  checkPlaces();
  if (TPC::findsPairs(STI) && !getStreamer().getContext().hadError())
    compress();
  // Sections still grow: by metadata, for one.
  for (MCSection &Section : getAssembler())
    Section.setHasLayout(false);
  if (!Meta)
    return;
  SmallVector<char, 0> Bytes = Meta->serialize();
  getMetadataSection()->ensureMinAlignment(Align(4));
  switchToMetadataSection();
  getStreamer().emitBytes(StringRef(Bytes.data(), Bytes.size()));
}
