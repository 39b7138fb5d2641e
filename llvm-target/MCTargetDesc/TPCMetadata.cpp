//===-- TPCMetadata.cpp - Contents of .tpc_metadata -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMetadata.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"

using namespace llvm;
using namespace llvm::TPC;

static constexpr unsigned CurrentVersion = 12;
static constexpr unsigned SectionBytes = 262;
static constexpr unsigned NumTensors = 16;

// clang-format off
static constexpr MetadataField Fields[] = {
    // Name                  Offset Bytes Count       Min Max             Since
    {{"version"},             0,    4,    1,          3,  CurrentVersion, 3},
    {{"specialFunctionUsed"}, 4,    1,    1,          0,  1,              3},
    {{"printfUsed"},          5,    1,    1,          0,  1,              3},
    {{"lockUnLock"},          6,    1,    1,          0,  1,              3},
    {{"mmioUsed"},            7,    1,    1,          0,  1,              6},
    {{"march"},               8,    2,    1,          1,  6,              5},
    {{"paramsNum"},           12,   1,    1,          0,  255,            8},
    {{"printfTensorID"},      13,   1,    1,          0,  255,            9},
    {{"numberOfThreads"},     14,   1,    1,          1,  4,              10},
    {{"directMMIOAccess"},    15,   1,    1,          0,  1,              11},
    {{"dnorm"},               16,   1,    1,          0,  1,              12},
    {{"scalarLd"},            26,   2,    NumTensors, 0,  1,              3},
    {{"rmwStore"},            28,   2,    NumTensors, 0,  1,              4},
};
// clang-format on

ArrayRef<MetadataField> TPC::getMetadataFields() { return Fields; }

const MetadataField *TPC::findMetadataField(StringRef Name) {
  const auto *It = find_if(Fields, [&](const MetadataField &F) {
    return Name.equals_insensitive(F.Name);
  });
  return It == std::end(Fields) ? nullptr : It;
}

StringRef TPC::getMetadataDirective(unsigned Bytes) {
  return Bytes == 1 ? "DB" : Bytes == 2 ? "DW" : "DD";
}

static std::optional<uint32_t> readField(ArrayRef<uint8_t> Bytes,
                                         const MetadataField &F) {
  if (Bytes.size() < size_t(F.Offset) + F.Bytes)
    return std::nullopt;
  uint32_t Value = 0;
  for (unsigned I = 0; I != F.Bytes; ++I)
    Value |= uint32_t(Bytes[F.Offset + I]) << (8 * I);
  return Value;
}

std::optional<uint32_t> TPC::readMetadataArch(ArrayRef<uint8_t> Bytes) {
  const MetadataField &Arch = *findMetadataField("march");
  std::optional<uint32_t> Version =
      readField(Bytes, *findMetadataField("version"));
  if (!Version || *Version < Arch.Since)
    return std::nullopt;
  return readField(Bytes, Arch);
}

Metadata::Metadata(const MCSubtargetInfo &STI) : Values(std::size(Fields)) {
  set(*findMetadataField("version"), CurrentVersion);
  set(*findMetadataField("march"), getMetadataArch(STI));
  set(*findMetadataField("numberOfThreads"), 1);
}

uint32_t Metadata::get(const MetadataField &Field) const {
  return Values[&Field - Fields];
}

void Metadata::set(const MetadataField &Field, uint32_t Value) {
  Values[&Field - Fields] = Value;
}

SmallVector<char, 0> Metadata::serialize() const {
  SmallVector<char, 0> Out(SectionBytes, 0);
  uint32_t Version = get(*findMetadataField("version"));
  for (const MetadataField &F : Fields) {
    if (F.Since > Version)
      continue;
    for (unsigned I = 0; I != F.Bytes; ++I)
      Out[F.Offset + I] = char(get(F) >> (8 * I));
  }
  return Out;
}
