//===-- TPCCompress.h - Compressed bundles ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Bundles that leave slots empty have a compressed form of half the size from
// greco on. Two of them in a row, a pair, take the place of a bundle, so that
// all others stay at multiples of their size.
//
// A BUNDLE that is flagged as compressed is encoded so. `.pair` in text sets
// the flag, and so does the assembler where the feature "compress" tells it to
// find pairs itself.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCCOMPRESS_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCCOMPRESS_H

namespace llvm {

class MCAssembler;
class MCContext;
class MCInst;
class MCSection;
class MCSubtargetInfo;

namespace TPC {

struct BundleLayout;
struct GenerationInfo;

bool isCompressed(const MCInst &Bundle);
void setCompressed(MCInst &Bundle);

/// Whether the assembler is to find pairs itself. Bundles become relaxable
/// fragments then, which hold on to their instructions.
bool findsPairs(const MCSubtargetInfo &STI);
/// Moves the slots of a BUNDLE to memory that lives as long as \p Ctx.
void keepOperands(MCInst &Bundle, MCContext &Ctx);

/// The compressed layout that a BUNDLE or LOOP fits, null if there is none.
const BundleLayout *findHalf(const GenerationInfo &Gen, const MCInst &Bundle);

/// Compresses pairs among the relaxable fragments of \p Section, before it is
/// laid out for good.
void compressSection(const MCAssembler &Asm, const GenerationInfo &Gen,
                     MCSection &Section);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCCOMPRESS_H
