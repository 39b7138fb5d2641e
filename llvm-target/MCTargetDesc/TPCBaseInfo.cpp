//===-- TPCBaseInfo.cpp - Tables made from the records --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include <vector>

using namespace llvm;
using namespace llvm::TPC;

#define GET_TPC_TABLES
#include "TPCGenTables.inc"

const LayoutField *BundleLayout::findField(unsigned InSlot, unsigned Of) const {
  const LayoutField *It =
      find_if(Slots[InSlot], [&](const LayoutField &F) { return F.Of == Of; });
  return It == Slots[InSlot].end() ? nullptr : It;
}

bool BundleLayout::hasConstants(ArrayRef<uint8_t> Bundle) const {
  return all_of(Constants, [&](const ConstantBits &C) {
    return extractBits(Bundle, C.Lo, C.Width) == C.Value;
  });
}

const BundleLayout *GenerationInfo::findHalf(ArrayRef<uint8_t> Bytes) const {
  const BundleLayout *It = find_if(Halves, [&](const BundleLayout &Half) {
    return Half.hasConstants(Bytes);
  });
  return It == Halves.end() ? nullptr : It;
}

ArrayRef<GenerationInfo> TPC::generations() { return Generations; }

const GenerationInfo &TPC::getGeneration(const MCSubtargetInfo &STI) {
  for (const GenerationInfo &Gen : Generations)
    if (Gen.Name == STI.getCPU() || is_contained(Gen.Aliases, STI.getCPU()))
      return Gen;
  return compiledGeneration();
}

unsigned TPC::getMetadataArch(const MCSubtargetInfo &STI) {
  return getGeneration(STI).MetadataArch;
}

bool FormInfo::isGuarded() const {
  return any_of(Operands, [](const OperandInfo &Op) {
    return Op.Kind == OperandKind::Pred;
  });
}

bool FormInfo::yields() const {
  return any_of(Switches, [](const SwitchInfo &S) { return S.Yields; });
}

std::optional<unsigned> OperandSpace::encodeShort(uint32_t Value,
                                                  bool WantSigned) const {
  for (const ShortRange &R : Shorts)
    if (Value >= R.First && Value - R.First < R.Count &&
        (R.Signed || !WantSigned))
      return R.Base + (Value - R.First);
  return std::nullopt;
}

std::optional<uint32_t> OperandSpace::decodeShort(unsigned Code,
                                                  bool WantSigned) const {
  for (const ShortRange &R : Shorts)
    if (Code >= R.Base && Code - R.Base < R.Count && (R.Signed || !WantSigned))
      return R.First + (Code - R.Base);
  return std::nullopt;
}

bool FormInfo::hasSignedImm(int Type) const {
  if (Sign != ImmSign::Type)
    return Sign == ImmSign::Signed;
  for (const DataTypeInfo &T : DataTypes)
    if (int(T.Code) == Type)
      return T.Signed;
  return true;
}

bool FormInfo::usesImm(const GenerationInfo &Gen, const SlotWord &Word) const {
  return any_of(Operands, [&](const OperandInfo &Op) {
    if (Op.Kind == OperandKind::Mask32)
      return true;
    if (Op.Kind != OperandKind::Imm32 && Op.Kind != OperandKind::SameImm &&
        Op.Kind != OperandKind::BrTarget)
      return false;
    const LayoutField *F = Gen.findField(InSlot, Op.Field);
    return F && F->Space >= 0 &&
           int(extractBits(Word, F->Word, F->Width)) ==
               OperandSpaces[F->Space].ImmCode;
  });
}

ArrayRef<ImpliedAlias> TPC::impliedAliases() { return ImpliedAliases; }

ArrayRef<FormInfo> TPC::forms() { return AllForms; }

static const GenerationInfo &findGeneration(StringRef Name) {
  for (const GenerationInfo &Gen : Generations)
    if (Gen.Name == Name)
      return Gen;
  llvm_unreachable("no such generation");
}

const GenerationInfo &TPC::compiledGeneration() {
  static const GenerationInfo &Gen = findGeneration("gaudi");
  return Gen;
}

using FormIndex = std::vector<const FormInfo *>;

static FormIndex makeFormIndex(const GenerationInfo &Gen) {
  FormIndex Index(TPC::INSTRUCTION_LIST_END);
  for (const FormInfo &F : AllForms)
    if (F.existsOn(Gen) || !Index[F.Opcode])
      Index[F.Opcode] = &F;
  // The same to everybody but LLVM's view of the flow of control.
  Index[TPC::JUMP] = Index[TPC::SPU_JMPR_IMM];
  return Index;
}

static std::vector<FormIndex> makeFormIndices() {
  std::vector<FormIndex> Indices;
  for (const GenerationInfo &Gen : Generations) {
    if (Indices.size() <= Gen.Index)
      Indices.resize(Gen.Index + 1);
    Indices[Gen.Index] = makeFormIndex(Gen);
  }
  return Indices;
}

const FormInfo *TPC::findForm(unsigned Opcode, const GenerationInfo &Gen) {
  static const std::vector<FormIndex> Indices = makeFormIndices();
  const FormIndex &Index = Indices[Gen.Index];
  return Opcode < Index.size() ? Index[Opcode] : nullptr;
}

const FormInfo *TPC::findForm(unsigned Opcode) {
  return findForm(Opcode, compiledGeneration());
}

const MnemonicInfo *TPC::findMnemonic(StringRef Name) {
  const MnemonicInfo *It = partition_point(
      AllMnemonics, [&](const MnemonicInfo &M) { return M.Name < Name; });
  return It == std::end(AllMnemonics) || It->Name != Name ? nullptr : It;
}

unsigned TPC::findPlainOpcode(StringRef Mnemonic, unsigned InSlot) {
  if (const MnemonicInfo *M = findMnemonic(Mnemonic))
    for (uint16_t Index : M->Forms)
      if (AllForms[Index].InSlot == InSlot && AllForms[Index].Operands.empty())
        return AllForms[Index].Opcode;
  return 0;
}

BundleBits TPC::encodeNopBundle(const GenerationInfo &Gen) {
  BundleBits Bytes{};
  for (unsigned InSlot = 0; InSlot != LoopSlot; ++InSlot) {
    const FormInfo *Nop = findForm(findPlainOpcode("nop", InSlot));
    for (const LayoutField &F : Gen.Full.Slots[InSlot])
      if (Nop && F.Of == FieldOpcode)
        insertBits(Bytes, extractBits(Nop->FixedBits, F.Word, F.Width),
                   F.Bundle, F.Width);
  }
  return Bytes;
}

ArrayRef<DataTypeInfo> TPC::dataTypes() { return DataTypes; }

const DataTypeInfo *TPC::findDataType(StringRef Suffix) {
  const DataTypeInfo *It = find_if(DataTypes, [&](const DataTypeInfo &T) {
    return Suffix.equals_insensitive(T.Suffix);
  });
  return It == std::end(DataTypes) ? nullptr : It;
}

unsigned TPC::typeCode(StringRef Suffix) {
  const DataTypeInfo *Type = findDataType(Suffix);
  assert(Type && "no such data type");
  return Type->Code;
}

StringRef TPC::getTypeSuffix(unsigned Code) {
  for (const DataTypeInfo &T : DataTypes)
    if (T.Code == Code)
      return T.Suffix;
  return "";
}

ArrayRef<StringLiteral> TPC::getGroupNames(unsigned Group) {
  return SwitchGroups[Group].Names;
}

uint64_t TPC::switchBits(unsigned Opcode, StringRef Name, unsigned Value) {
  for (const SwitchInfo &S : findForm(Opcode)->Switches)
    if (!S.TextOnly && is_contained(getGroupNames(S.Group), Name))
      return uint64_t(Value) << S.Word;
  llvm_unreachable("no such switch");
}

StringRef TPC::getSlotName(unsigned InSlot) { return SlotNames[InSlot]; }

ArrayRef<StringLiteral> TPC::loopCompares() { return LoopCompares; }

const OperandSpace *TPC::getOperandSpace(const GenerationInfo &Gen,
                                         unsigned InSlot, unsigned Of) {
  const LayoutField *F = Gen.findField(InSlot, Of);
  return F && F->Space >= 0 ? &OperandSpaces[F->Space] : nullptr;
}

// A group of registers is named by its first member, which has its number.
static MCRegister getFirstMember(MCRegister Reg, const MCRegisterInfo &MRI) {
  for (MCPhysReg Sub : MRI.subregs(Reg))
    if (MRI.getEncodingValue(Sub) == MRI.getEncodingValue(Reg))
      return Sub;
  return Reg;
}

std::optional<unsigned> TPC::encodeRegister(const OperandSpace &Space,
                                            MCRegister Reg,
                                            const MCRegisterInfo &MRI) {
  Reg = getFirstMember(Reg, MRI);
  for (const CodeRange &Range : Space.Ranges)
    if (MRI.getRegClass(Range.RegClass).contains(Reg))
      return Range.Base + MRI.getEncodingValue(Reg);
  return std::nullopt;
}

MCRegister TPC::decodeRegister(const OperandSpace &Space, unsigned Code,
                               unsigned RegClass, const MCRegisterInfo &MRI) {
  const MCRegisterClass &Wanted = MRI.getRegClass(RegClass);
  for (const CodeRange &Range : Space.Ranges) {
    if (Code < Range.Base || Code >= unsigned(Range.Base + Range.Count))
      continue;
    for (MCPhysReg Reg : MRI.getRegClass(Range.RegClass)) {
      if (MRI.getEncodingValue(Reg) != Code - Range.Base)
        continue;
      if (Wanted.contains(Reg))
        return Reg;
      for (MCPhysReg Group : MRI.superregs(Reg))
        if (Wanted.contains(Group) &&
            MRI.getEncodingValue(Group) == Code - Range.Base)
          return Group;
    }
  }
  return MCRegister();
}

uint64_t TPC::extractBits(ArrayRef<uint8_t> Bytes, unsigned Lo,
                          unsigned Width) {
  uint64_t Value = 0;
  for (unsigned Done = 0; Done < Width;) {
    unsigned Bit = Lo + Done;
    unsigned Take = std::min(8 - Bit % 8, Width - Done);
    uint64_t Part = Bytes[Bit / 8] >> (Bit % 8) & ((1u << Take) - 1);
    Value |= Part << Done;
    Done += Take;
  }
  return Value;
}

void TPC::insertBits(MutableArrayRef<uint8_t> Bytes, uint64_t Value,
                     unsigned Lo, unsigned Width) {
  for (unsigned Done = 0; Done < Width;) {
    unsigned Bit = Lo + Done;
    unsigned Take = std::min(8 - Bit % 8, Width - Done);
    uint8_t Mask = uint8_t(((1u << Take) - 1) << (Bit % 8));
    Bytes[Bit / 8] = uint8_t((Bytes[Bit / 8] & ~Mask) |
                             (uint8_t(Value >> Done << (Bit % 8)) & Mask));
    Done += Take;
  }
}

std::optional<uint64_t> TPC::encodeLoopEnd(const GenerationInfo &Gen,
                                           int64_t Distance, SMLoc Loc,
                                           MCContext &Ctx) {
  unsigned Width = Gen.findField(LoopSlot, FieldLoopEnd)->Width;
  int64_t MaxBody = maskTrailingOnes<uint32_t>(Width) & ~(BundleBytes - 1);
  // The label stands after the last bundle of the body.
  int64_t Body = Distance - BundleBytes;
  if (Body >= 0 && Body <= MaxBody && Body % BundleBytes == 0)
    return uint64_t(Body);
  Ctx.reportError(Loc, "end of loop must lie " + Twine(BundleBytes) + " to " +
                           Twine(MaxBody + BundleBytes) +
                           " bytes after the loop instruction");
  return std::nullopt;
}

uint64_t TPC::extractBits(const SlotWord &Word, unsigned Lo, unsigned Width) {
  uint64_t Value = Word[Lo / 64] >> (Lo % 64);
  if (Lo % 64 + Width > 64)
    Value |= Word[Lo / 64 + 1] << (64 - Lo % 64);
  return Width == 64 ? Value : Value & ((uint64_t(1) << Width) - 1);
}

void TPC::insertBits(SlotWord &Word, uint64_t Value, unsigned Lo,
                     unsigned Width) {
  for (unsigned I = 0; I != Width; ++I) {
    uint64_t Bit = uint64_t(1) << ((Lo + I) % 64);
    uint64_t &Part = Word[(Lo + I) / 64];
    Part = Value >> I & 1 ? Part | Bit : Part & ~Bit;
  }
}
