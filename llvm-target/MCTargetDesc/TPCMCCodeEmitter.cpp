//===-- TPCMCCodeEmitter.cpp - Bundles to bytes ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two steps: TableGen's emitter makes the canonical word of each slot, then
// the fields of the words are moved to where the bundle layout of the
// generation has them, or the layout of a compressed bundle. Slots share some
// of the bits; what they put there must agree.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCCodeEmitter.h"
#include "MCTargetDesc/TPCCompress.h"
#include "MCTargetDesc/TPCFixupKinds.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCSlotDecoder.h"
#include "MCTargetDesc/TPCSwitchWord.h"
#include "llvm/ADT/APInt.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCExpr.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCInstBuilder.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCRegisterInfo.h"

using namespace llvm;
using namespace llvm::TPC;

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

const OperandSpace *
TPCMCCodeEmitter::getSpace(const MCInst &MI, unsigned OpNo,
                           const MCSubtargetInfo &STI) const {
  const GenerationInfo &Gen = getGeneration(STI);
  const FormInfo *Form = findForm(MI.getOpcode(), Gen);
  if (!Form || OpNo >= Form->Operands.size())
    return nullptr;
  return getOperandSpace(Gen, Form->InSlot, Form->Operands[OpNo].Field);
}

unsigned TPCMCCodeEmitter::getRegCode(const MCInst &MI, unsigned OpNo,
                                      const MCSubtargetInfo &STI) const {
  MCRegister Reg = MI.getOperand(OpNo).getReg();
  const MCRegisterInfo &MRI = *Ctx.getRegisterInfo();
  if (const OperandSpace *Space = getSpace(MI, OpNo, STI))
    if (std::optional<unsigned> Code = encodeRegister(*Space, Reg, MRI))
      return *Code;
  // Fields that name no register of a file hold its bare number: hardware
  // registers of MOV.
  return MRI.getEncodingValue(Reg);
}

void TPCMCCodeEmitter::getMachineOpValue(const MCInst &MI, const MCOperand &MO,
                                         APInt &Op,
                                         SmallVectorImpl<MCFixup> &Fixups,
                                         const MCSubtargetInfo &STI) const {
  if (MO.isReg())
    Op = getRegCode(MI, unsigned(&MO - MI.begin()), STI);
  else if (MO.isImm())
    Op = uint64_t(MO.getImm());
  else
    Ctx.reportError(MI.getLoc(), "a number is needed here, not a symbol");
}

static constexpr unsigned ImmCodeWidth = 9; // {value[31:0], code[8:0]}

/// The code of an immediate: its own if it is small, else the one of IMM.
std::optional<unsigned>
TPCMCCodeEmitter::getImmCode(const MCInst &MI, unsigned OpNo, bool MayBeShort,
                             const MCSubtargetInfo &STI) const {
  const OperandSpace *Space = getSpace(MI, OpNo, STI);
  if (!Space || Space->ImmCode < 0 || !MI.getOperand(OpNo).isImm()) {
    Ctx.reportError(MI.getLoc(), "operand cannot be an immediate");
    return std::nullopt;
  }
  const FormInfo &Form = *findForm(MI.getOpcode(), getGeneration(STI));
  int Index = findOperand(Form, OperandKind::Type);
  int Type = Index < 0 ? -1 : int(MI.getOperand(unsigned(Index)).getImm());
  int64_t Value = MI.getOperand(OpNo).getImm();
  bool Signed =
      Form.hasSignedImm(Type) && (Value < 0 || !(Value & UnsignedImm));
  if (MayBeShort)
    if (std::optional<unsigned> Code =
            Space->encodeShort(uint32_t(Value), Signed))
      return Code;
  return unsigned(Space->ImmCode);
}

void TPCMCCodeEmitter::encodeImmediate(const MCInst &MI, unsigned OpNo,
                                       bool MayBeShort, APInt &Op,
                                       const MCSubtargetInfo &STI) const {
  std::optional<unsigned> Code = getImmCode(MI, OpNo, MayBeShort, STI);
  if (!Code)
    return;
  // A short one leaves IMM alone.
  bool IsLong = int(*Code) == getSpace(MI, OpNo, STI)->ImmCode;
  uint64_t Value = IsLong ? uint32_t(MI.getOperand(OpNo).getImm()) : 0;
  Op = Value << ImmCodeWidth | *Code;
}

void TPCMCCodeEmitter::encodeImm32(const MCInst &MI, unsigned OpNo, APInt &Op,
                                   SmallVectorImpl<MCFixup> &Fixups,
                                   const MCSubtargetInfo &STI) const {
  encodeImmediate(MI, OpNo, /*MayBeShort=*/true, Op, STI);
}

/// The second immediate of an operation. Where the first one is short, the
/// second is alone in IMM, which encodeSlot fills then.
void TPCMCCodeEmitter::encodeSameImm(const MCInst &MI, unsigned OpNo, APInt &Op,
                                     SmallVectorImpl<MCFixup> &Fixups,
                                     const MCSubtargetInfo &STI) const {
  if (std::optional<unsigned> Code =
          getImmCode(MI, OpNo, /*MayBeShort=*/true, STI))
    Op = *Code;
}

/// Errors point to the label where its place is known.
static void addFixup(const MCInst &MI, const MCOperand &MO, unsigned Kind,
                     SmallVectorImpl<MCFixup> &Fixups) {
  SMLoc Loc = MO.getExpr()->getLoc();
  Fixups.push_back(MCFixup::create(0, MO.getExpr(), MCFixupKind(Kind),
                                   Loc.isValid() ? Loc : MI.getLoc()));
}

void TPCMCCodeEmitter::encodeBrTarget(const MCInst &MI, unsigned OpNo,
                                      APInt &Op,
                                      SmallVectorImpl<MCFixup> &Fixups,
                                      const MCSubtargetInfo &STI) const {
  const MCOperand &MO = MI.getOperand(OpNo);
  if (MO.isImm())
    return encodeImmediate(MI, OpNo, /*MayBeShort=*/false, Op, STI);
  addFixup(MI, MO, TPC::fixup_tpc_jump, Fixups);
  const OperandSpace *Space = getSpace(MI, OpNo, STI);
  Op = Space ? uint64_t(Space->ImmCode) : 0;
}

void TPCMCCodeEmitter::encodeLoopEnd(const MCInst &MI, unsigned OpNo, APInt &Op,
                                     SmallVectorImpl<MCFixup> &Fixups,
                                     const MCSubtargetInfo &STI) const {
  const MCOperand &MO = MI.getOperand(OpNo);
  if (MO.isImm())
    Op = TPC::encodeLoopEnd(getGeneration(STI), MO.getImm(), MI.getLoc(), Ctx)
             .value_or(0);
  else
    addFixup(MI, MO, TPC::fixup_tpc_loop_end, Fixups);
}

void TPCMCCodeEmitter::encodePred(const MCInst &MI, unsigned OpNo, APInt &Op,
                                  SmallVectorImpl<MCFixup> &Fixups,
                                  const MCSubtargetInfo &STI) const {
  constexpr unsigned CodeWidth = 5; // {polarity, code[4:0]}
  uint64_t Polarity = MI.getOperand(OpNo + 1).getImm() & 1;
  Op = Polarity << CodeWidth | getRegCode(MI, OpNo, STI);
}

//===----------------------------------------------------------------------===//
// Bundles
//===----------------------------------------------------------------------===//

namespace {

/// Collects the slots of a bundle.
class BundleBuilder {
  MCContext &Ctx;
  const GenerationInfo &Gen;
  const BundleLayout &Layout;
  BundleBits Bytes{};
  BundleBits Claimed{};  ///< bits that a slot has filled
  BundleBits Operands{}; ///< those of them that belong to operands
  bool HasConflict = false;
  /// Who filled what, for messages: slot and field.
  SmallVector<std::pair<unsigned, const LayoutField *>, 32> Users;

  uint64_t findClaim(const FormInfo &Form, const LayoutField &F,
                     const SlotWord &Word) const;
  void reportConflict(const FormInfo &Form, const LayoutField &F, SMLoc Loc);

public:
  BundleBuilder(MCContext &Ctx, const GenerationInfo &Gen,
                const BundleLayout &Layout);

  void add(const FormInfo &Form, const SlotWord &Word, SMLoc Loc);
  void addWeakImm(const FormInfo &Form, const SlotWord &Word);
  ArrayRef<uint8_t> bytes() const {
    return ArrayRef(Bytes).take_front(Layout.Bytes);
  }

  bool hasConflict() const { return HasConflict; }
  /// Whether two slots use a field of operands that they share.
  bool sharesOperandFields() const;
};

} // namespace

BundleBuilder::BundleBuilder(MCContext &Ctx, const GenerationInfo &Gen,
                             const BundleLayout &Layout)
    : Ctx(Ctx), Gen(Gen), Layout(Layout) {
  for (const ConstantBits &C : Layout.Constants)
    insertBits(Bytes, C.Value, C.Lo, C.Width);
}

void BundleBuilder::reportConflict(const FormInfo &Form, const LayoutField &F,
                                   SMLoc Loc) {
  unsigned Other = Form.InSlot;
  for (auto [InSlot, Used] : Users)
    if (Used->overlaps(F))
      Other = InSlot;
  std::string Slots =
      (getSlotName(Other) + " and " + getSlotName(Form.InSlot)).str();
  if (F.Of == FieldImm)
    Ctx.reportError(Loc, Slots +
                             " slots need different immediates; a bundle has "
                             "one 32-bit immediate for all slots");
  else if (F.Of == FieldPred || F.Of == FieldPol)
    Ctx.reportError(Loc, Slots + " slots share one predicate and polarity; "
                                 "both must be the same or one slot a nop");
  else
    Ctx.reportError(Loc, Slots + " slots both need an operand field that they "
                                 "share; move one of them to another bundle");
}

/// The bits of a field that a form insists on. Bits that it leaves zero may be
/// another slot's where the field is shared.
uint64_t BundleBuilder::findClaim(const FormInfo &Form, const LayoutField &F,
                                  const SlotWord &Word) const {
  if (F.Of == FieldImm && !Form.usesImm(Gen, Word))
    return 0;
  // A predicate is never read in parts.
  if ((F.Of == FieldPred || F.Of == FieldPol) && Form.isGuarded())
    return ~uint64_t(0);
  uint64_t Own = extractBits(Form.OwnBits, F.Word, F.Width);
  if (!extractBits(Word, F.Word, F.Width) && Form.yields() &&
      !extractBits(Form.OperandBits, F.Word, F.Width) &&
      extractBits(Operands, F.Bundle, F.Width))
    return 0;
  return Own | extractBits(Form.FixedBits, F.Word, F.Width);
}

void BundleBuilder::add(const FormInfo &Form, const SlotWord &Word, SMLoc Loc) {
  for (const LayoutField &F : Layout.Slots[Form.InSlot]) {
    uint64_t Value = extractBits(Word, F.Word, F.Width);
    uint64_t Claim = findClaim(Form, F, Word);
    if (!Claim)
      continue;
    uint64_t Taken = extractBits(Claimed, F.Bundle, F.Width);
    uint64_t There = extractBits(Bytes, F.Bundle, F.Width);
    if (((There ^ Value) & Taken & Claim) && !HasConflict) {
      reportConflict(Form, F, Loc);
      HasConflict = true;
    }
    insertBits(Bytes, There | (Value & Claim), F.Bundle, F.Width);
    insertBits(Claimed, Taken | Claim, F.Bundle, F.Width);
    uint64_t Ops = extractBits(Form.OperandBits, F.Word, F.Width);
    insertBits(Operands, extractBits(Operands, F.Bundle, F.Width) | Ops,
               F.Bundle, F.Width);
    Users.emplace_back(Form.InSlot, &F);
  }
}

static bool isOperandField(unsigned Of) {
  return Of != FieldImm && Of != FieldPred && Of != FieldPol;
}

bool BundleBuilder::sharesOperandFields() const {
  for (auto [InSlot, F] : Users)
    for (auto [Other, Used] : Users)
      if (InSlot < Other && isOperandField(F->Of) && F->overlaps(*Used))
        return true;
  return false;
}

/// A value that is repeated in an immediate nobody uses.
void BundleBuilder::addWeakImm(const FormInfo &Form, const SlotWord &Word) {
  const LayoutField *F = Layout.findField(Form.InSlot, FieldImm);
  if (Form.WeakImm && F && !extractBits(Claimed, F->Bundle, F->Width))
    insertBits(Bytes, extractBits(Word, F->Word, F->Width), F->Bundle,
               F->Width);
}

static bool isSameOperand(const MCOperand &A, const MCOperand &B) {
  if (A.isReg() && B.isReg())
    return A.getReg() == B.getReg();
  if (A.isImm() && B.isImm())
    return A.getImm() == B.getImm();
  return A.isExpr(); // a label, which shares nothing with other slots
}

/// Slots that share bits may agree in those they own and still turn into other
/// instructions: a bit that one needs to be zero is set by the other.
void TPCMCCodeEmitter::checkMeaning(const MCInst &Bundle,
                                    ArrayRef<uint8_t> Bytes,
                                    const GenerationInfo &Gen) const {
  MCInst Insts[LoopSlot];
  MCInst *Slots[LoopSlot];
  for (unsigned I = 0; I != LoopSlot; ++I)
    Slots[I] = &Insts[I];
  decodeBundle(Gen, Gen.Full, Bytes, *Ctx.getRegisterInfo(), Slots);
  for (unsigned I = 0; I != LoopSlot; ++I) {
    const MCInst &Meant = *Bundle.getOperand(I).getInst();
    if (Meant.getOpcode() == Insts[I].getOpcode() &&
        std::equal(Meant.begin(), Meant.end(), Insts[I].begin(), Insts[I].end(),
                   isSameOperand))
      continue;
    const MCInst &Vpu = *Bundle.getOperand(VpuSlot).getInst();
    Ctx.reportError(Vpu.getLoc(),
                    "VPU and " +
                        getSlotName(I == StoreSlot ? StoreSlot : LoadSlot) +
                        " slots share operand bits and change each other; "
                        "move one of them to another bundle");
    return;
  }
}

/// The value of a second immediate: IMM, where the first one does not take it.
void TPCMCCodeEmitter::placeSameImm(const MCInst &MI, SlotWord &Word,
                                    const MCSubtargetInfo &STI) const {
  const GenerationInfo &Gen = getGeneration(STI);
  const FormInfo *Form = findForm(MI.getOpcode(), Gen);
  int Second = Form ? findOperand(*Form, OperandKind::SameImm) : -1;
  if (Second < 0 || !MI.getOperand(unsigned(Second)).isImm() ||
      getImmCode(MI, unsigned(Second), /*MayBeShort=*/false, STI) !=
          getImmCode(MI, unsigned(Second), /*MayBeShort=*/true, STI))
    return;
  const LayoutField *Imm = Gen.findField(Form->InSlot, FieldImm);
  uint32_t Value = uint32_t(MI.getOperand(unsigned(Second)).getImm());
  int First = findOperand(*Form, OperandKind::Imm32);
  bool Taken = First >= 0 &&
               getImmCode(MI, unsigned(First), /*MayBeShort=*/false, STI) ==
                   getImmCode(MI, unsigned(First), /*MayBeShort=*/true, STI);
  if (Taken && extractBits(Word, Imm->Word, Imm->Width) != Value)
    Ctx.reportError(MI.getLoc(),
                    "both immediates have to be the same: a bundle has one");
  insertBits(Word, Value, Imm->Word, Imm->Width);
}

SlotWord TPCMCCodeEmitter::encodeSlot(const MCInst &MI,
                                      SmallVectorImpl<MCFixup> &Fixups,
                                      const MCSubtargetInfo &STI) const {
  APInt Inst, Scratch;
  getBinaryCodeForInstr(MI, Fixups, Inst, Scratch, STI);
  SlotWord Word{};
  for (unsigned I = 0; I != std::min<unsigned>(Inst.getNumWords(), 4); ++I)
    Word[I] = Inst.getRawData()[I];
  placeSameImm(MI, Word, STI);
  return Word;
}

void TPCMCCodeEmitter::encodeInstruction(const MCInst &MI,
                                         SmallVectorImpl<char> &CB,
                                         SmallVectorImpl<MCFixup> &Fixups,
                                         const MCSubtargetInfo &STI) const {
  const GenerationInfo &Gen = getGeneration(STI);
  const BundleLayout *Layout = isCompressed(MI) ? findHalf(Gen, MI) : &Gen.Full;
  if (!Layout) {
    Ctx.reportError(MI.getLoc(),
                    "this bundle has no compressed form: it has one with "
                    "operations in SPU and VPU or in LOAD and STORE only, and "
                    "without a third source in the VPU");
    CB.append(HalfBytes, 0);
    return;
  }
  size_t FirstFixup = Fixups.size();
  SmallVector<std::pair<const FormInfo *, SlotWord>, NumSlots> Parts;
  BundleBuilder Builder(Ctx, Gen, *Layout);

  auto Add = [&](const MCInst &Part) {
    const FormInfo *Form = findForm(Part.getOpcode(), Gen);
    if (!Form) {
      Ctx.reportError(Part.getLoc(), "pseudo instruction has no encoding");
      return;
    }
    Parts.emplace_back(Form, encodeSlot(Part, Fixups, STI));
    Builder.add(*Form, Parts.back().second, Part.getLoc());
  };

  if (MI.getOpcode() == TPC::BUNDLE) {
    for (const MCOperand &Op : MI)
      if (Op.isInst())
        Add(*Op.getInst());
  } else {
    const FormInfo *Form = findForm(MI.getOpcode(), Gen);
    Add(MI);
    if (Form && Form->InSlot != LoopSlot)
      for (unsigned InSlot = 0; InSlot != LoopSlot; ++InSlot)
        if (InSlot != Form->InSlot)
          Add(MCInstBuilder(findPlainOpcode("nop", InSlot)));
  }

  for (auto &[Form, Word] : Parts)
    Builder.addWeakImm(*Form, Word);
  // There are those of other bundles before this one's.
  if (Layout != &Gen.Full)
    for (MCFixup &Fixup : drop_begin(Fixups, FirstFixup))
      Fixup = MCFixup::create(Fixup.getOffset(), Fixup.getValue(),
                              MCFixupKind(TPC::fixup_tpc_half_jump),
                              Fixup.getLoc());
  if (MI.getOpcode() == TPC::BUNDLE && Parts.size() == LoopSlot &&
      !Builder.hasConflict() && Builder.sharesOperandFields())
    checkMeaning(MI, Builder.bytes(), Gen);
  for (uint8_t Byte : Builder.bytes())
    CB.push_back(char(Byte));
}

MCCodeEmitter *llvm::createTPCMCCodeEmitter(const MCInstrInfo &MCII,
                                            MCContext &Ctx) {
  return new TPCMCCodeEmitter(Ctx);
}

#include "TPCGenMCCodeEmitter.inc"
