//===-- TPCBaseInfo.h - Tables made from the records ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What TableGen's own back ends cannot express, as tables that
// utils/tpc-gen-tables.py writes from the same records: bundle layouts, the
// codes of registers in operand fields, switches, data types, and how to tell
// the forms of an opcode apart when decoding. TPCInstrFormats.td says what the
// terms mean.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCBASEINFO_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCBASEINFO_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/MC/MCRegister.h"
#include "llvm/Support/SMLoc.h"
#include <array>
#include <cstdint>
#include <optional>

namespace llvm {

class MCContext;
class MCRegisterInfo;
class MCSubtargetInfo;

namespace TPC {

// Enumerations: Slot, Field, DataType, SwitchGroup. Sizes: BundleBytes,
// HalfBytes.
#define GET_TPC_ENUMS
#include "TPCGenTables.inc"

using BundleBits = std::array<uint8_t, BundleBytes>;

/// Where a field of the canonical slot word lies in a bundle.
struct LayoutField {
  uint8_t Of; ///< Field
  uint8_t Width;
  uint16_t Word;   ///< lowest bit in the slot word
  uint16_t Bundle; ///< lowest bit in the bundle
  int8_t Space;    ///< operand space, -1 if the field names no registers

  bool overlaps(const LayoutField &Other) const {
    return Bundle < Other.Bundle + Other.Width && Other.Bundle < Bundle + Width;
  }
};

/// Registers First, First + 1, ... of a class have the codes from Base on.
struct CodeRange {
  uint16_t Base;
  uint16_t Count;
  uint16_t RegClass;
};

/// Immediates First, First + 1, ... have the codes from Base on.
struct ShortRange {
  uint8_t First;
  uint8_t Base;
  uint8_t Count;
  bool Signed; ///< also where immediates are signed
};

struct OperandSpace {
  ArrayRef<CodeRange> Ranges;
  int ImmCode; ///< code of the shared immediate, -1 if there is none
  ArrayRef<ShortRange> Shorts;

  /// The code that stands for an immediate by itself, nothing if there is none.
  std::optional<unsigned> encodeShort(uint32_t Value, bool Signed) const;
  std::optional<uint32_t> decodeShort(unsigned Code, bool Signed) const;
};

/// Bits that are the same in all bundles of a layout.
struct ConstantBits {
  uint16_t Lo;
  uint8_t Width;
  uint8_t Value;
};

/// A full bundle or a compressed one. Slots without fields are NOPs.
struct BundleLayout {
  unsigned Bytes;
  ArrayRef<LayoutField> Slots[NumSlots];
  ArrayRef<ConstantBits> Constants;

  /// The layout entry of a field; null if the slot does not have it.
  const LayoutField *findField(unsigned InSlot, unsigned Of) const;
  bool hasConstants(ArrayRef<uint8_t> Bundle) const;
};

struct GenerationInfo {
  StringLiteral Name;
  ArrayRef<StringLiteral> Aliases;
  unsigned Index;
  unsigned MetadataArch; ///< "march" in .tpc_metadata
  BundleLayout Full;
  /// Compressed bundles, two of which take the place of a full one. Their
  /// fields are those of full ones, at other places. Empty: there are none.
  ArrayRef<BundleLayout> Halves;
  unsigned LoopTail; ///< last bundles of a loop that are not compressed

  /// The place of a field in full bundles; null if the slot does not have it.
  const LayoutField *findField(unsigned InSlot, unsigned Of) const {
    return Full.findField(InSlot, Of);
  }
  /// The compressed layout of bytes; null if they are not compressed.
  const BundleLayout *findHalf(ArrayRef<uint8_t> Bytes) const;
};

struct DataTypeInfo {
  StringLiteral Suffix;
  unsigned Code;
  bool Signed;
};

struct SwitchValueInfo {
  ArrayRef<StringLiteral> Names; ///< the first one is canonical
  unsigned Value;
};

enum class SwitchStyle : uint8_t {
  Flag,
  Value,
  Pair,
  Suffix,
  Trailing,
  Hidden
};

/// A switch group at a place of an instruction.
struct SwitchInfo {
  uint8_t Group; ///< SwitchGroup
  uint8_t Word;  ///< lowest bit in the SwitchOp operand
  uint8_t Inst;  ///< lowest bit in the slot word
  uint8_t Width; ///< 0: accepted and ignored
  SwitchStyle Style;
  uint8_t Base;       ///< of printed numbers
  uint8_t Default;    ///< value if the text does not mention it
  int8_t Omit;        ///< value that is not printed
  bool Fixed;         ///< constant in the record
  bool AnyText;       ///< what text says of it has no effect
  bool TextOnly;      ///< bits that are set select another record
  bool Yields;        ///< reads as zero if another slot fills the field
  uint16_t OnlyTypes; ///< bit set of type codes, 0: all
  int8_t WhenGroup;   ///< -1: always
  uint8_t WhenValue;
  ArrayRef<SwitchValueInfo> Values;

  unsigned mask() const { return (1u << Width) - 1; }
};

struct SwitchGroupInfo {
  ArrayRef<StringLiteral> Names;
};

/// What an operand of the text is.
enum class OperandKind : uint8_t {
  Reg,     ///< Param: register class
  Implied, ///< the same, with no bits of its own
  Imm32,   ///< a code and the shared immediate
  SameImm, ///< another code for the same
  Mask32,  ///< the shared immediate alone
  UImm,    ///< Param: highest value
  DimMask,
  BrTarget,
  Type,
  Switches,
  Pred,    ///< Param: register class
  LoopImm, ///< an immediate field of LOOP
  LoopCmp,
  LoopEnd,
};

/// Bits Operand, Operand + 1, ... of an operand stand at Word, Word + 1, ...
struct BitChunk {
  uint8_t Operand;
  uint8_t Word;
  uint8_t Width;
};

/// An operand and its bits in the slot word. A Pred has two MC operands, the
/// register and the polarity; polarity is the bit above the register's code.
struct OperandInfo {
  OperandKind Kind;
  uint16_t Param;
  uint8_t Field; ///< Field that holds its lowest bits
  ArrayRef<BitChunk> Chunks;
};

/// Where an operand stands in the text.
struct TextOperand {
  uint8_t Index;   ///< of the operand
  bool AfterComma; ///< or after a blank
};

using SlotWord = std::array<uint64_t, 4>;

/// Set in an immediate operand that has the short form of unsigned numbers
/// though the form has signed ones: text says so by a data type that has no
/// other effect.
constexpr int64_t UnsignedImm = int64_t(1) << 32;

/// Whether immediates are signed numbers.
enum class ImmSign : uint8_t { Type, Signed, Unsigned };

/// One record: an operand form of a mnemonic in a slot. A record whose switches
/// differ between generations is a form for each set of them.
struct FormInfo {
  uint16_t Opcode;
  Slot InSlot;
  bool ParserOnly; ///< never decoded or printed
  bool Selectable; ///< all the same what the compiler selects
  bool IgnoreType; ///< a type may be written and has no effect
  bool WeakImm;    ///< fills IMM only if no other slot does
  bool Terminator; ///< jumps, LOOP, HALT
  ImmSign Sign;
  uint16_t Types;     ///< bit set of legal type codes, 0: takes no type
  int8_t DefaultType; ///< type that is meant without one, -1: none
  uint32_t Generations;
  ArrayRef<OperandInfo> Operands;
  /// The operands of the text, without type, switches and guard.
  ArrayRef<TextOperand> TextOrder;
  ArrayRef<SwitchInfo> Switches;
  SlotWord FixedBits;   ///< constant bits that are set
  SlotWord OwnBits;     ///< bits of operands, type and switches
  SlotWord OperandBits; ///< bits of operands

  bool isGuarded() const;
  bool yields() const;
  /// Whether immediates are signed with a data type, -1: none.
  bool hasSignedImm(int Type) const;
  /// Whether an operation whose word is \p Word takes IMM.
  bool usesImm(const GenerationInfo &Gen, const SlotWord &Word) const;
  bool existsOn(const GenerationInfo &Gen) const {
    return Generations >> Gen.Index & 1;
  }
};

/// Text may name the implied register of a class by a hardware register.
struct ImpliedAlias {
  uint16_t RegClass;
  uint16_t Reg;
};

struct MnemonicInfo {
  StringLiteral Name;
  StringLiteral Main;       ///< what the name is an alias of, often itself
  ArrayRef<uint16_t> Forms; ///< indices of forms()
  unsigned Slots;           ///< bit set
};

ArrayRef<GenerationInfo> generations();
const GenerationInfo &getGeneration(const MCSubtargetInfo &STI);
/// The generation that the compiler makes code for.
const GenerationInfo &compiledGeneration();
unsigned getMetadataArch(const MCSubtargetInfo &STI);

/// In the order in which a decoder tries them.
ArrayRef<FormInfo> forms();
/// The form of an opcode on a generation; if that does not have it, on another.
/// Null for pseudo instructions.
const FormInfo *findForm(unsigned Opcode, const GenerationInfo &Gen);
/// The same for the compiled generation.
const FormInfo *findForm(unsigned Opcode);
/// The opcode of an operand-less instruction such as nop; 0 if \p InSlot does
/// not have it.
unsigned findPlainOpcode(StringRef Mnemonic, unsigned InSlot);
/// A bundle of four NOPs.
BundleBits encodeNopBundle(const GenerationInfo &Gen);

/// \p Name in lower case; null if no instruction is called so.
const MnemonicInfo *findMnemonic(StringRef Name);

ArrayRef<DataTypeInfo> dataTypes();
/// \p Suffix in any case; null if there is no such type.
const DataTypeInfo *findDataType(StringRef Suffix);
/// The code of a type that the records have.
unsigned typeCode(StringRef Suffix);
StringRef getTypeSuffix(unsigned Code);

ArrayRef<StringLiteral> getGroupNames(unsigned Group);
/// \p Value of the switch called \p Name, in lower case, in the switch operand
/// of \p Opcode, which must have it.
uint64_t switchBits(unsigned Opcode, StringRef Name, unsigned Value);
StringRef getSlotName(unsigned InSlot);
ArrayRef<ImpliedAlias> impliedAliases();
/// Comparisons of LOOP by their codes.
ArrayRef<StringLiteral> loopCompares();

/// The space in which \p Of of \p InSlot names registers; null if it does not.
const OperandSpace *getOperandSpace(const GenerationInfo &Gen, unsigned InSlot,
                                    unsigned Of);

/// The code of a register or register group; nothing if it has none.
std::optional<unsigned> encodeRegister(const OperandSpace &Space,
                                       MCRegister Reg,
                                       const MCRegisterInfo &MRI);
/// The register of class \p RegClass that has \p Code; none if it has another
/// class or the code names nothing.
MCRegister decodeRegister(const OperandSpace &Space, unsigned Code,
                          unsigned RegClass, const MCRegisterInfo &MRI);

/// The end field of a LOOP whose body ends \p Distance bytes behind it;
/// nothing, and an error at \p Loc, if there is no such loop.
std::optional<uint64_t> encodeLoopEnd(const GenerationInfo &Gen,
                                      int64_t Distance, SMLoc Loc,
                                      MCContext &Ctx);

/// Reads and writes bits across byte borders.
uint64_t extractBits(ArrayRef<uint8_t> Bytes, unsigned Lo, unsigned Width);
uint64_t extractBits(const SlotWord &Word, unsigned Lo, unsigned Width);
void insertBits(MutableArrayRef<uint8_t> Bytes, uint64_t Value, unsigned Lo,
                unsigned Width);
void insertBits(SlotWord &Word, uint64_t Value, unsigned Lo, unsigned Width);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCBASEINFO_H
