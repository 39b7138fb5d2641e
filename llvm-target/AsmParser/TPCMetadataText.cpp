//===-- TPCMetadataText.cpp - Fields of .tpc_metadata in text -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lines of the section .tpc_metadata:
//
//   version: DD 12          DB, DW, DD as the field is 1, 2 or 4 bytes wide
//   scalarLd[3]: DB 1       one flag of an array
//   rmwStore: DH 0100...    all of them, element 0 first
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCTargetStreamer.h"
#include "TPCAsmParser.h"
#include "llvm/MC/MCParser/MCAsmLexer.h"
#include "llvm/MC/MCSubtargetInfo.h"

using namespace llvm;

/// Lines of the section look like labels.
bool TPCAsmParser::isLabel(AsmToken &Token) {
  return !getTargetStreamer().isInMetadataSection();
}

/// ".tpc_metadata" and ".section .tpc_metadata", in any case.
ParseStatus TPCAsmParser::parseMetadataSection(AsmToken DirectiveID) {
  StringRef Name = DirectiveID.getString();
  if (Name.equals_insensitive(".section")) {
    if (!getTok().is(AsmToken::Identifier) ||
        !getTok().getString().equals_insensitive(TPC::MetadataSection))
      return ParseStatus::NoMatch;
    Lex();
    // The flags that LLVM prints: ,"",@progbits
    if (parseOptionalToken(AsmToken::Comma) &&
        (parseToken(AsmToken::String, "expected the section's flags") ||
         parseToken(AsmToken::Comma, "expected ',' and the section's type") ||
         parseToken(AsmToken::At, "expected '@' and the section's type") ||
         parseToken(AsmToken::Identifier, "expected the section's type")))
      return ParseStatus::Failure;
  } else if (!Name.equals_insensitive(TPC::MetadataSection)) {
    return ParseStatus::NoMatch;
  }
  getTargetStreamer().switchToMetadataSection();
  getTargetStreamer().getMetadata(getSTI());
  return parseEOL();
}

static std::string listFields() {
  std::string List;
  for (const TPC::MetadataField &F : TPC::getMetadataFields())
    List +=
        (List.empty() ? "" : ", ") + F.Name.str() + (F.isArray() ? "[i]" : "");
  return List;
}

bool TPCAsmParser::parseMetadataField(StringRef Name, SMLoc NameLoc) {
  const TPC::MetadataField *Field = TPC::findMetadataField(Name);
  if (!Field)
    return Error(NameLoc, "unknown metadata field '" + Name +
                              "'; fields are: " + listFields());
  TPC::Metadata &Meta = getTargetStreamer().getMetadata(getSTI());
  uint32_t Old = Meta.get(*Field), Value = 0;
  if (Field->isArray() && getTok().is(AsmToken::Colon)) {
    if (parseMetadataFlags(*Field, Value))
      return true;
  } else if (Field->isArray()) {
    unsigned Index;
    if (parseMetadataIndex(*Field, Index) || parseMetadataValue(*Field, Value))
      return true;
    Value = (Old & ~(1u << Index)) | Value << Index;
  } else if (parseMetadataValue(*Field, Value)) {
    return true;
  }
  if (parseEOL())
    return true;
  if (!Field->isArray() && MetadataLocs.count(Field))
    return Error(NameLoc,
                 "metadata field '" + Field->Name + "' is given twice");
  MetadataLocs.try_emplace(Field, NameLoc);
  Meta.set(*Field, Value);
  return false;
}

/// [index]
bool TPCAsmParser::parseMetadataIndex(const TPC::MetadataField &Field,
                                      unsigned &Index) {
  int64_t Number;
  if (parseToken(AsmToken::LBrac, "expected '[' and the tensor's number"))
    return true;
  SMLoc Loc = getTok().getLoc();
  if (getParser().parseAbsoluteExpression(Number) ||
      parseToken(AsmToken::RBrac, "expected ']' after the tensor's number"))
    return true;
  if (Number < 0 || Number >= Field.Count)
    return Error(Loc, "tensor number " + Twine(Number) +
                          " is out of range 0.." + Twine(Field.Count - 1u));
  Index = unsigned(Number);
  return false;
}

/// : DB|DW|DD number
bool TPCAsmParser::parseMetadataValue(const TPC::MetadataField &Field,
                                      uint32_t &Value) {
  if (parseToken(AsmToken::Colon, "expected ':' after the field's name"))
    return true;
  StringRef Directive = TPC::getMetadataDirective(Field.valueBytes());
  if (getTok().isNot(AsmToken::Identifier) ||
      !getTok().getString().equals_insensitive(Directive))
    return Error(getTok().getLoc(), "metadata field '" + Field.Name +
                                        "' takes " + Directive + ", not '" +
                                        getTok().getString() + "'");
  Lex();
  int64_t Number;
  SMLoc Loc = getTok().getLoc();
  if (getParser().parseAbsoluteExpression(Number))
    return true;
  if (Number < int64_t(Field.Min) || Number > int64_t(Field.Max))
    return Error(Loc, Field.Name + " " + Twine(Number) + " is out of range " +
                          Twine(Field.Min) + ".." + Twine(Field.Max));
  Value = uint32_t(Number);
  return false;
}

/// : DH digits
bool TPCAsmParser::parseMetadataFlags(const TPC::MetadataField &Field,
                                      uint32_t &Value) {
  Lex(); // the colon
  if (getTok().isNot(AsmToken::Identifier) ||
      !getTok().getString().equals_insensitive("DH"))
    return Error(getTok().getLoc(), "metadata field '" + Field.Name +
                                        "' takes DH for all elements, not '" +
                                        getTok().getString() +
                                        "'; one is set by " + Field.Name +
                                        "[i]: DB");
  Lex();
  StringRef Digits = peekWord();
  if (Digits.size() != Field.Count ||
      Digits.find_first_not_of("01") != StringRef::npos)
    return Error(getTok().getLoc(), "DH takes " + Twine(unsigned(Field.Count)) +
                                        " binary digits, not '" + Digits + "'");
  Value = 0;
  for (unsigned I = 0; I != Digits.size(); ++I)
    Value |= uint32_t(Digits[I] == '1') << I;
  eatWord(Digits);
  return false;
}

/// What depends on several fields.
void TPCAsmParser::finishMetadata() {
  if (MetadataLocs.empty())
    return;
  TPC::Metadata &Meta = getTargetStreamer().getMetadata(getSTI());
  uint32_t Version = Meta.get(*TPC::findMetadataField("version"));
  for (const TPC::MetadataField &Field : TPC::getMetadataFields()) {
    auto It = MetadataLocs.find(&Field);
    if (It == MetadataLocs.end())
      continue;
    if (Field.Since > Version)
      Error(It->second, "metadata field '" + Field.Name +
                            "' exists from version " +
                            Twine(unsigned(Field.Since)) +
                            " on, this record has version " + Twine(Version));
    if (Field.Name == "march" && Meta.get(Field) != Gen.MetadataArch)
      Error(It->second, "march is " + Twine(Meta.get(Field)) +
                            ", but the code is for " + Gen.Name + " (march " +
                            Twine(Gen.MetadataArch) + ")");
  }
}
