//===-- TPCLiterals.cpp - Literals that C does not have -------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TPC-C has literals of bf16: 1.5bf. Clang's lexer cannot be taught a suffix,
// so a file that has such literals is read with "f " in the place of "bf". No
// column moves, and as every sum, product or quotient of bf16 rounds the same
// when computed in f32 first, the values are those of bf16 literals.
//
//===----------------------------------------------------------------------===//

#include "TPCLiterals.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace {

constexpr StringRef Suffix = "bf", Replacement = "f ";

/// Cheap test, right for nearly every file.
bool mayHaveLiterals(StringRef Text) {
  for (size_t At = Text.find(Suffix, 1); At != StringRef::npos;
       At = Text.find(Suffix, At + 1))
    if (isDigit(Text[At - 1]) || Text[At - 1] == '.')
      return true;
  return false;
}

/// A decimal number with a point or an exponent. 0x1bf is an integer.
bool isLiteral(StringRef Token) {
  if (!Token.consume_back(Suffix) || Token.starts_with_insensitive("0x"))
    return false;
  return Token.find_first_of(".eE") != StringRef::npos;
}

/// Writes over the suffixes in \p Text, which ends in a zero.
void replaceSuffixes(MutableArrayRef<char> Text) {
  clang::LangOptions Opts;
  Opts.LineComment = true;
  clang::Lexer Lex(clang::SourceLocation(), Opts, Text.begin(), Text.begin(),
                   Text.end());
  clang::Token Tok;
  while (!Lex.LexFromRawLexer(Tok)) {
    if (Tok.isNot(clang::tok::numeric_constant) || Tok.needsCleaning())
      continue;
    char *End = Text.begin() + Lex.getCurrentBufferOffset();
    if (isLiteral(StringRef(End - Tok.getLength(), Tok.getLength())))
      copy(Replacement, End - Suffix.size());
  }
}

class LiteralFile : public vfs::File {
  std::unique_ptr<vfs::File> Base;

public:
  explicit LiteralFile(std::unique_ptr<vfs::File> Base)
      : Base(std::move(Base)) {}
  ErrorOr<vfs::Status> status() override { return Base->status(); }
  ErrorOr<std::string> getName() override { return Base->getName(); }
  std::error_code close() override { return Base->close(); }

  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name,
                                                   int64_t Size,
                                                   bool RequiresNullTerminator,
                                                   bool IsVolatile) override {
    auto Buffer =
        Base->getBuffer(Name, Size, RequiresNullTerminator, IsVolatile);
    if (!Buffer || !mayHaveLiterals((*Buffer)->getBuffer()))
      return Buffer;
    StringRef Text = (*Buffer)->getBuffer();
    auto Copy = WritableMemoryBuffer::getNewUninitMemBuffer(
        Text.size(), (*Buffer)->getBufferIdentifier());
    copy(Text, Copy->getBufferStart());
    replaceSuffixes(Copy->getBuffer());
    return std::unique_ptr<MemoryBuffer>(std::move(Copy));
  }
};

class LiteralFileSystem : public vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto File = ProxyFileSystem::openFileForRead(Path);
    if (!File)
      return File;
    return std::make_unique<LiteralFile>(std::move(*File));
  }
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
tpc::createLiteralFileSystem(IntrusiveRefCntPtr<vfs::FileSystem> Base) {
  return makeIntrusiveRefCnt<LiteralFileSystem>(std::move(Base));
}
