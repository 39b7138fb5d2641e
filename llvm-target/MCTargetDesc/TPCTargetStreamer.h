//===-- TPCTargetStreamer.h - TPC target streamer ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Carries the kernel's metadata from the parser (or a compiler) to the end of
// the file, where it is written as text or as the bytes of its section.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCTARGETSTREAMER_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCTARGETSTREAMER_H

#include "MCTargetDesc/TPCMetadata.h"
#include "llvm/MC/MCStreamer.h"
#include <optional>

namespace llvm {

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
};

/// Writes ".section .tpc_metadata" and one line a field.
class TPCTargetAsmStreamer : public TPCTargetStreamer {
  raw_ostream &OS;

public:
  TPCTargetAsmStreamer(MCStreamer &S, raw_ostream &OS);
  void finish() override;
};

/// Writes the section's bytes.
class TPCTargetELFStreamer : public TPCTargetStreamer {
public:
  explicit TPCTargetELFStreamer(MCStreamer &S);
  void finish() override;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCTARGETSTREAMER_H
