//===-- TPCLiteral.h - Typed and floating literals --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_ASMPARSER_TPCLITERAL_H
#define LLVM_LIB_TARGET_TPC_ASMPARSER_TPCLITERAL_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace llvm {
namespace TPC {

/// Whether \p Word can only be a typed or floating literal: i16_-3, u32_x1f,
/// f32_1.0, 1.5, -1.5bf, 2.0h. Plain integers are left to LLVM's expressions.
bool looksLikeLiteral(StringRef Word);

/// The bits of a literal as the immediate field holds them. Integers are
/// sign-extended to 32 bits, bf16 and f16 values stand in the low half. On
/// failure \p Why says what is legal.
std::optional<uint32_t> parseLiteral(StringRef Word, std::string &Why);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_ASMPARSER_TPCLITERAL_H
