//===-- TPCLiteral.cpp - Typed and floating literals ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The spellings are those of the reference assembler: a type before the number
// ("i16_-3", "u32_x1f", "bf16_1.0") or a suffix after it ("1.5f", "2.0h",
// "-1.5bf"). A number with a point and no type is a 32-bit float.
//
//===----------------------------------------------------------------------===//

#include "TPCLiteral.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace {

struct LiteralType {
  StringLiteral Prefix;
  unsigned Bits;
  bool IsSigned;
  const fltSemantics *Semantics; ///< null for integers
};

} // namespace

static const LiteralType *findPrefix(StringRef Word) {
  static const LiteralType Types[] = {
      {{"i8_"}, 8, true, nullptr},
      {{"i16_"}, 16, true, nullptr},
      {{"i32_"}, 32, true, nullptr},
      {{"u8_"}, 8, false, nullptr},
      {{"u16_"}, 16, false, nullptr},
      {{"u32_"}, 32, false, nullptr},
      {{"f32_"}, 32, true, &APFloat::IEEEsingle()},
      {{"bf16_"}, 16, true, &APFloat::BFloat()},
      {{"f16_"}, 16, true, &APFloat::IEEEhalf()},
  };
  for (const LiteralType &T : Types)
    if (Word.starts_with_insensitive(T.Prefix))
      return &T;
  return nullptr;
}

/// Digits and a point, and possibly a type suffix.
static bool looksLikeFloat(StringRef Word) {
  Word.consume_front("-");
  StringRef Rest = Word.drop_while([](char C) { return isDigit(C); });
  return Rest.size() != Word.size() && Rest.starts_with(".");
}

bool TPC::looksLikeLiteral(StringRef Word) {
  return findPrefix(Word) || looksLikeFloat(Word);
}

static std::optional<uint32_t>
parseFloat(StringRef Text, const fltSemantics &Semantics, std::string &Why) {
  // Decimal digits only: APFloat also knows names and hexadecimal numbers.
  APFloat Value(Semantics);
  bool IsDecimal = !Text.empty() &&
                   Text.find_first_not_of("+-.0123456789eE") == StringRef::npos;
  Expected<APFloat::opStatus> Status =
      IsDecimal ? Value.convertFromString(Text, APFloat::rmNearestTiesToEven)
                : createStringError(inconvertibleErrorCode(), "not decimal");
  if (!Status) {
    consumeError(Status.takeError());
    Why = "expected a decimal number, and f, bf or h or nothing behind it";
    return std::nullopt;
  }
  return uint32_t(Value.bitcastToAPInt().getZExtValue());
}

static std::optional<uint32_t>
parseInteger(StringRef Text, const LiteralType &T, std::string &Why) {
  bool Negative = Text.consume_front("-");
  bool IsHex = Text.consume_front_insensitive("0x") ||
               Text.consume_front_insensitive("x");
  uint64_t Magnitude;
  if (Text.getAsInteger(IsHex ? 16 : 10, Magnitude)) {
    Why = "expected an integer";
    return std::nullopt;
  }
  int64_t Min = T.IsSigned ? minIntN(T.Bits) : 0;
  uint64_t Max = T.IsSigned ? uint64_t(maxIntN(T.Bits)) : maxUIntN(T.Bits);
  if (Negative ? Magnitude > uint64_t(-Min) : Magnitude > Max) {
    Why = ("value must be " + Twine(Min) + " to " + Twine(Max)).str();
    return std::nullopt;
  }
  return uint32_t(Negative ? -Magnitude : Magnitude);
}

std::optional<uint32_t> TPC::parseLiteral(StringRef Word, std::string &Why) {
  if (const LiteralType *T = findPrefix(Word)) {
    StringRef Number = Word.drop_front(T->Prefix.size());
    return T->Semantics ? parseFloat(Number, *T->Semantics, Why)
                        : parseInteger(Number, *T, Why);
  }
  // "bf" before "f": one ends with the other.
  if (Word.ends_with_insensitive("bf"))
    return parseFloat(Word.drop_back(2), APFloat::BFloat(), Why);
  if (Word.ends_with_insensitive("h"))
    return parseFloat(Word.drop_back(1), APFloat::IEEEhalf(), Why);
  Word.consume_back("f") || Word.consume_back("F");
  return parseFloat(Word, APFloat::IEEEsingle(), Why);
}
