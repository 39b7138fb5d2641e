//===-- TPCCompress.cpp - Compressed bundles ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A bundle is compressed if it has a compressed form, the next one is, too, and
// it neither jumps nor starts a loop nor ends the kernel, nor is it the first
// of the kernel or of a loop, one of the last few of a loop, or the target of a
// jump. These are the reference assembler's rules (facts 4.3).
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCCompress.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCFixupKinds.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/MC/MCAssembler.h"
#include "llvm/MC/MCCodeEmitter.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCExpr.h"
#include "llvm/MC/MCFragment.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCSection.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/MCValue.h"
#include "llvm/Support/Casting.h"

using namespace llvm;
using namespace llvm::TPC;

//===----------------------------------------------------------------------===//
// One bundle
//===----------------------------------------------------------------------===//

/// Flag of an MCInst.
static constexpr unsigned CompressedFlag = 1;

bool TPC::isCompressed(const MCInst &Bundle) {
  return Bundle.getFlags() & CompressedFlag;
}

void TPC::setCompressed(MCInst &Bundle) {
  Bundle.setFlags(Bundle.getFlags() | CompressedFlag);
}

bool TPC::findsPairs(const MCSubtargetInfo &STI) {
  return STI.hasFeature(TPC::FeatureCompress) &&
         !getGeneration(STI).Halves.empty();
}

void TPC::keepOperands(MCInst &Bundle, MCContext &Ctx) {
  if (Bundle.getOpcode() != TPC::BUNDLE)
    return;
  for (MCOperand &Op : Bundle) {
    MCInst *Slot = Ctx.createMCInst();
    *Slot = *Op.getInst();
    Op.setInst(Slot);
  }
}

/// Whether a compressed layout has all fields that a form uses.
static bool hasFields(const GenerationInfo &Gen, const BundleLayout &Half,
                      const FormInfo &Form) {
  return all_of(Gen.Full.Slots[Form.InSlot], [&](const LayoutField &F) {
    bool IsUsed = extractBits(Form.OwnBits, F.Word, F.Width) ||
                  extractBits(Form.FixedBits, F.Word, F.Width);
    return !IsUsed || Half.findField(Form.InSlot, F.Of);
  });
}

static bool fits(const GenerationInfo &Gen, const BundleLayout &Half,
                 const MCInst &Bundle) {
  for (const MCOperand &Op : Bundle) {
    const FormInfo *Form = findForm(Op.getInst()->getOpcode(), Gen);
    if (!Form)
      return false;
    bool IsEmpty = Half.Slots[Form->InSlot].empty();
    if (IsEmpty ? Form->Opcode != findPlainOpcode("nop", Form->InSlot)
                : !hasFields(Gen, Half, *Form))
      return false;
  }
  return true;
}

const BundleLayout *TPC::findHalf(const GenerationInfo &Gen,
                                  const MCInst &Bundle) {
  if (Bundle.getOpcode() != TPC::BUNDLE)
    return nullptr;
  const BundleLayout *It = find_if(Gen.Halves, [&](const BundleLayout &Half) {
    return fits(Gen, Half, Bundle);
  });
  return It == Gen.Halves.end() ? nullptr : It;
}

//===----------------------------------------------------------------------===//
// All of a section
//===----------------------------------------------------------------------===//

namespace {

class Compressor {
  /// A bundle, or something else that takes room.
  struct Unit {
    MCRelaxableFragment *Bundle; ///< null: something else
    uint64_t Offset;             ///< before compression
    bool Keep;                   ///< is not to be compressed
  };

  const MCAssembler &Asm;
  const GenerationInfo &Gen;
  MCSection &Section;
  SmallVector<Unit, 0> Units;

  void collect();
  std::optional<int64_t> evaluate(const MCFixup &Fixup) const;
  std::optional<int64_t> findTarget(const Unit &U) const;
  size_t findUnit(int64_t Offset) const;
  void keepAt(int64_t Offset);
  void keepLoop(size_t Loop, int64_t End);
  void judge(size_t Index);
  void compress(MCRelaxableFragment &F) const;

public:
  Compressor(const MCAssembler &Asm, const GenerationInfo &Gen,
             MCSection &Section)
      : Asm(Asm), Gen(Gen), Section(Section) {}

  void run();
};

} // namespace

void Compressor::collect() {
  for (MCFragment &F : Section) {
    auto *Bundle = dyn_cast<MCRelaxableFragment>(&F);
    // An alignment may come to need room that it does not need yet.
    if (!Bundle && F.getKind() != MCFragment::FT_Align &&
        !Asm.computeFragmentSize(F))
      continue;
    Units.push_back({Bundle, Asm.getFragmentOffset(F), !Bundle});
  }
  auto First = find_if(Units, [](const Unit &U) { return U.Bundle; });
  if (First != Units.end())
    First->Keep = true;
}

/// The place of a label in this section.
std::optional<int64_t> Compressor::evaluate(const MCFixup &Fixup) const {
  MCValue Value;
  if (!Fixup.getValue()->evaluateAsRelocatable(Value, &Asm, &Fixup) ||
      !Value.getSymA() || Value.getSymB())
    return std::nullopt;
  const MCSymbol &Label = Value.getSymA()->getSymbol();
  if (!Label.isInSection() || &Label.getSection() != &Section)
    return std::nullopt;
  return int64_t(Asm.getSymbolOffset(Label)) + Value.getConstant();
}

/// Where a jump goes or a loop ends.
std::optional<int64_t> Compressor::findTarget(const Unit &U) const {
  if (!U.Bundle->getFixups().empty())
    return evaluate(U.Bundle->getFixups().front());
  const MCInst &Inst = U.Bundle->getInst();
  const MCInst &Op = Inst.getOpcode() == TPC::BUNDLE
                         ? *Inst.getOperand(SpuSlot).getInst()
                         : Inst;
  const FormInfo *Form = findForm(Op.getOpcode(), Gen);
  assert(Form && "no bundle and no LOOP");
  unsigned Index = 0;
  for (const OperandInfo &Info : Form->Operands) {
    if (Info.Kind == OperandKind::BrTarget || Info.Kind == OperandKind::LoopEnd)
      return int64_t(U.Offset) + int32_t(Op.getOperand(Index).getImm());
    Index += Info.Kind == OperandKind::Pred ? 2 : 1;
  }
  return std::nullopt;
}

/// The unit at or behind a place that takes room.
size_t Compressor::findUnit(int64_t Offset) const {
  size_t I =
      partition_point(
          Units, [&](const Unit &U) { return int64_t(U.Offset) < Offset; }) -
      Units.begin();
  while (I + 1 < Units.size() && Units[I].Offset == Units[I + 1].Offset)
    ++I;
  return I;
}

void Compressor::keepAt(int64_t Offset) {
  size_t I = findUnit(Offset);
  if (I < Units.size())
    Units[I].Keep = true;
}

/// The first bundle of a loop and the last ones before its end.
void Compressor::keepLoop(size_t Loop, int64_t End) {
  size_t First = Loop + 1;
  if (First < Units.size())
    keepAt(int64_t(Units[First].Offset));
  int64_t Tail = End - int64_t(Gen.LoopTail * BundleBytes);
  for (size_t I = findUnit(End);
       I > First && int64_t(Units[I - 1].Offset) >= Tail; --I)
    Units[I - 1].Keep = true;
}

static bool endsBlock(const GenerationInfo &Gen, const MCInst &Bundle) {
  return any_of(Bundle, [&](const MCOperand &Op) {
    const FormInfo *Form = findForm(Op.getInst()->getOpcode(), Gen);
    return Form && Form->Terminator;
  });
}

/// What a bundle means for itself and for others.
void Compressor::judge(size_t Index) {
  Unit &U = Units[Index];
  const MCInst &Inst = U.Bundle->getInst();
  U.Keep |= isCompressed(Inst) || !findHalf(Gen, Inst) || endsBlock(Gen, Inst);
  std::optional<int64_t> Target = findTarget(U);
  if (!Target || *Target < 0)
    return;
  if (Inst.getOpcode() != TPC::BUNDLE)
    keepLoop(Index, *Target);
  else
    keepAt(*Target);
}

void Compressor::compress(MCRelaxableFragment &F) const {
  MCInst Inst = F.getInst();
  setCompressed(Inst);
  F.setInst(Inst);
  F.getContents().clear();
  F.getFixups().clear();
  Asm.getEmitter().encodeInstruction(Inst, F.getContents(), F.getFixups(),
                                     *F.getSubtargetInfo());
}

void Compressor::run() {
  collect();
  for (size_t I = 0; I != Units.size(); ++I)
    if (Units[I].Bundle)
      judge(I);
  for (size_t I = 0; I + 1 < Units.size(); ++I) {
    if (Units[I].Keep || Units[I + 1].Keep)
      continue;
    compress(*Units[I].Bundle);
    compress(*Units[++I].Bundle);
  }
  // What lies where has changed.
  Section.setHasLayout(false);
}

void TPC::compressSection(const MCAssembler &Asm, const GenerationInfo &Gen,
                          MCSection &Section) {
  Compressor(Asm, Gen, Section).run();
}
