//===-- TPCTargetStreamer.cpp - TPC target streamer -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCTargetStreamer.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCSectionELF.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

TPCTargetStreamer::TPCTargetStreamer(MCStreamer &S) : MCTargetStreamer(S) {}

MCSection *TPCTargetStreamer::getMetadataSection() {
  return getStreamer().getContext().getELFSection(".tpc_metadata",
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

TPCTargetELFStreamer::TPCTargetELFStreamer(MCStreamer &S)
    : TPCTargetStreamer(S) {}

void TPCTargetELFStreamer::finish() {
  if (!Meta)
    return;
  SmallVector<char, 0> Bytes = Meta->serialize();
  getMetadataSection()->ensureMinAlignment(Align(4));
  switchToMetadataSection();
  getStreamer().emitBytes(StringRef(Bytes.data(), Bytes.size()));
}
