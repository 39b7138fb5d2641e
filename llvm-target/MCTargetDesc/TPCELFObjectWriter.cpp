//===-- TPCELFObjectWriter.cpp - TPC ELF writer ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TPC objects are 32-bit little-endian ELF with the machine number of i386:
// the TPC has none of its own, and existing loaders expect this one. Code
// never needs the linker: a kernel is one section. The only relocation is the
// absolute 32-bit one for data.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCFixupKinds.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCELFObjectWriter.h"
#include "llvm/MC/MCValue.h"

using namespace llvm;

namespace {

class TPCELFObjectWriter : public MCELFObjectTargetWriter {
public:
  TPCELFObjectWriter()
      : MCELFObjectTargetWriter(/*Is64Bit=*/false, ELF::ELFOSABI_NONE,
                                ELF::EM_386, /*HasRelocationAddend=*/false) {}

  unsigned getRelocType(MCContext &Ctx, const MCValue &Target,
                        const MCFixup &Fixup, bool IsPCRel) const override;
};

} // namespace

unsigned TPCELFObjectWriter::getRelocType(MCContext &Ctx, const MCValue &Target,
                                          const MCFixup &Fixup,
                                          bool IsPCRel) const {
  unsigned Kind = Fixup.getKind();
  if (Kind >= FirstLiteralRelocationKind)
    return Kind - FirstLiteralRelocationKind;
  if (Kind == FK_Data_4 && !IsPCRel)
    return ELF::R_386_32;
  if (Kind >= FirstTargetFixupKind) {
    if (const MCSymbolRefExpr *Label = Target.getSymA())
      Ctx.reportError(Fixup.getLoc(), "label '" + Label->getSymbol().getName() +
                                          "' is not defined in this section");
    else
      Ctx.reportError(Fixup.getLoc(), "the difference of labels is no target; "
                                      "write a label or a number");
    return ELF::R_386_NONE;
  }
  Ctx.reportError(Fixup.getLoc(),
                  "TPC objects can only hold absolute 32-bit relocations");
  return ELF::R_386_NONE;
}

std::unique_ptr<MCObjectTargetWriter> llvm::createTPCELFObjectWriter() {
  return std::make_unique<TPCELFObjectWriter>();
}
