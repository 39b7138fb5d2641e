//===-- TPCMetadata.h - Contents of .tpc_metadata ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a loader has to know of a kernel beside its code. The layout is that of
// the public LLVM fork (llvm/include/llvm/Target/TPCMetadataSection.h, version
// 12) and of SYN's tpc_elf_api.hpp.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMETADATA_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMETADATA_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <vector>

namespace llvm {

class MCSubtargetInfo;

namespace TPC {

/// A field of the section. A flag array has one bit a tensor in the section
/// and one line a set element in the text.
struct MetadataField {
  StringLiteral Name;
  uint16_t Offset;   ///< in bytes from the start of the section
  uint8_t Bytes;     ///< in the section
  uint8_t Count;     ///< elements; more than one means an array of flags
  uint32_t Min, Max; ///< legal values of one element
  uint8_t Since;     ///< version that introduced it

  bool isArray() const { return Count > 1; }
  /// Width of a value in the text: DB, DW or DD. Flags are written as bytes.
  unsigned valueBytes() const { return isArray() ? 1 : Bytes; }
};

/// All fields in the order of the text.
ArrayRef<MetadataField> getMetadataFields();

/// Finds a field by name, case does not matter; null if there is none.
const MetadataField *findMetadataField(StringRef Name);

/// "DB", "DW" or "DD".
StringRef getMetadataDirective(unsigned Bytes);

constexpr StringLiteral MetadataSection = ".tpc_metadata";

/// The field "march" in the bytes of the section; nothing if they are too few
/// or too old to have it.
std::optional<uint32_t> readMetadataArch(ArrayRef<uint8_t> Bytes);

/// The values of all fields.
class Metadata {
  std::vector<uint32_t> Values;

public:
  /// Starts with the newest version, one thread and the generation of \p STI.
  explicit Metadata(const MCSubtargetInfo &STI);

  uint32_t get(const MetadataField &Field) const;
  void set(const MetadataField &Field, uint32_t Value);

  /// The bytes of the section. Fields newer than the version are zero.
  SmallVector<char, 0> serialize() const;
};

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMETADATA_H
