//===-- TPCDirectives.cpp - Directives of the TPC -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `.pair` before two bundles that are to be compressed, and what else knows of
// the whole file. Sections of metadata are in TPCMetadataText.cpp.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCTargetStreamer.h"
#include "TPCAsmParser.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

static constexpr StringLiteral PairIncomplete = "two bundles must follow .pair";

/// Directives that put nothing between the bundles of a pair. The parser does
/// not ask for conditions and macros.
static bool mayStandInPair(StringRef Directive) {
  return StringSwitch<bool>(Directive.lower())
      .Cases(".addrsig", ".addrsig_sym", ".equ", ".equiv", ".file", true)
      .Cases(".globl", ".global", ".ident", ".include", ".loc", true)
      .Cases(".local", ".hidden", ".weak", ".set", ".size", ".type", true)
      .Cases(".macro", ".endm", ".endmacro", ".purgem", true)
      .Cases(".rept", ".rep", ".endr", ".irp", ".irpc", true)
      .Default(false);
}

bool TPCAsmParser::parsePair(SMLoc Loc) {
  if (getTargetStreamer().isInMetadataSection())
    return Error(Loc, "bundles belong in section .text");
  if (parseEOL())
    return true;
  if (Gen.Halves.empty())
    return Error(Loc, Gen.Name + " has no compressed bundles");
  if (PairLeft)
    return Error(Loc, "a .pair before this one still wants a bundle");
  PairLeft = 2;
  PairLoc = Loc;
  getTargetStreamer().emitPair();
  return false;
}

ParseStatus TPCAsmParser::parseDirective(AsmToken DirectiveID) {
  SMLoc Loc = DirectiveID.getLoc();
  if (!getTargetStreamer().takesDirectives())
    return Error(Loc, "directives have no place in inline assembly");
  if (DirectiveID.getString().equals_insensitive(".pair"))
    return parsePair(Loc);
  if (PairLeft && !mayStandInPair(DirectiveID.getString()))
    return Error(Loc, PairIncomplete);
  return parseMetadataSection(DirectiveID);
}

void TPCAsmParser::onEndOfFile() {
  if (PairLeft)
    Error(PairLoc, PairIncomplete);
  finishMetadata();
}
