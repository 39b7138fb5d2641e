//===-- TPCTargetStreamer.h - TPC target streamer ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Carries the kernel's metadata from the parser (or a compiler) to the end of
// the file, where it is written as text or as the bytes of its section. Looks
// at where bundles lie, and compresses them.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCTARGETSTREAMER_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCTARGETSTREAMER_H

#include "MCTargetDesc/TPCMetadata.h"
#include "llvm/MC/MCStreamer.h"
#include <optional>

namespace llvm {

class MCAssembler;
class MCFragment;
class MCSection;

class TPCTargetStreamer : public MCTargetStreamer {
protected:
  std::optional<TPC::Metadata> Meta;

  MCSection *getMetadataSection();

public:
  explicit TPCTargetStreamer(MCStreamer &S);

  /// The metadata of the kernel; made on first use.
  TPC::Metadata &getMetadata(const MCSubtargetInfo &STI);

  /// Makes the section of the metadata the current one.
  void switchToMetadataSection();
  bool isInMetadataSection();

  /// False: the text is a part of a function, and may hold bundles only.
  virtual bool takesDirectives() const { return true; }
  /// `.pair`: the next two bundles are compressed.
  virtual void emitPair() {}
  /// Around every bundle of a text, which data may have moved away from where
  /// bundles can be.
  virtual void beforeBundle(SMLoc Loc) {}
  virtual void afterBundle() {}
};

/// Writes ".section .tpc_metadata" and one line a field.
class TPCTargetAsmStreamer : public TPCTargetStreamer {
  raw_ostream &OS;

public:
  TPCTargetAsmStreamer(MCStreamer &S, raw_ostream &OS);
  void emitPair() override;
  void finish() override;
};

/// Writes the section's bytes.
class TPCTargetELFStreamer : public TPCTargetStreamer {
  /// The end of the last bundle.
  const MCFragment *EndFragment = nullptr;
  size_t EndOffset = 0;
  /// Labels at bundles that do not follow another one.
  SmallVector<std::pair<const MCSymbol *, SMLoc>> Starts;
  const MCSubtargetInfo &STI;

  MCAssembler &getAssembler();
  size_t getOffset();
  void checkPlaces();
  void compress();

public:
  TPCTargetELFStreamer(MCStreamer &S, const MCSubtargetInfo &STI);
  void beforeBundle(SMLoc Loc) override;
  void afterBundle() override;
  void finish() override;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCTARGETSTREAMER_H
