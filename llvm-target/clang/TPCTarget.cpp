//===-- TPCTarget.cpp - What Clang must know of the TPC -------------------===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCTarget.h"
#include "CodeGenDriver.h"
#include "TPCAsmConstraints.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/MacroBuilder.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/MC/TargetRegistry.h"

using namespace clang;

namespace {

constexpr tpc::Machine Machines[] = {
#define TPC_MACHINE(NAME, SLM, VLM, SMALL_VLM, DEPTH, ITERATOR, TENSORS)       \
  {NAME, SLM, VLM, TENSORS},
#include "TPCGenMachine.inc"
#undef TPC_MACHINE
};

/// What variables and lists of clobbers may name, in both cases.
ArrayRef<const char *> registerNames() {
  static const std::vector<std::string> Names = [] {
    std::string Error;
    const llvm::Target *T =
        llvm::TargetRegistry::lookupTarget(tpc::TripleText, Error);
    std::unique_ptr<llvm::MCRegisterInfo> MRI(
        T->createMCRegInfo(tpc::TripleText));
    std::vector<std::string> Names;
    for (unsigned Reg = 1; Reg != MRI->getNumRegs(); ++Reg)
      for (std::string Name : {StringRef(MRI->getName(Reg)).lower(),
                               std::string(MRI->getName(Reg))})
        Names.push_back(Name);
    return Names;
  }();
  static const std::vector<const char *> Pointers = [] {
    std::vector<const char *> Pointers;
    for (const std::string &Name : Names)
      Pointers.push_back(Name.c_str());
    return Pointers;
  }();
  return Pointers;
}

class TPCTargetInfo final : public TargetInfo {
  const tpc::Machine &Chip;
  unsigned NumTensors;

public:
  TPCTargetInfo(const TargetOptions &Opts, unsigned NumTensors)
      : TargetInfo(llvm::Triple(Opts.Triple)),
        Chip(*tpc::findMachine(Opts.CPU)), NumTensors(NumTensors) {
    BigEndian = false;
    TLSSupported = false;
    NoAsmVariants = true;
    HasLegalHalfType = false;
    HasFloat128 = false;
    HasBFloat16 = true;
    HasFullBFloat16 = true;
    BFloat16Width = BFloat16Align = 16;
    BFloat16Format = &llvm::APFloat::BFloat();
    IntWidth = IntAlign = 32;
    LongWidth = LongAlign = 32;
    LongLongWidth = 64;
    LongLongAlign = 32;
    PointerWidth = PointerAlign = 32;
    DoubleWidth = DoubleAlign = 64;
    LongDoubleWidth = LongDoubleAlign = 64;
    LongDoubleFormat = &llvm::APFloat::IEEEdouble();
    SuitableAlign = 32;
    SizeType = UnsignedInt;
    IntMaxType = SignedLongLong;
    IntPtrType = SignedInt;
    PtrDiffType = SignedInt;
    resetDataLayout(llvm::TPCDataLayout);
  }

  void getTargetDefines(const LangOptions &, MacroBuilder &B) const override {
    B.defineMacro("tpc");
    B.defineMacro("__tpc");
    B.defineMacro("__tpc__");
    B.defineMacro("__TPC__");
    B.defineMacro("__gaudi__");
    B.defineMacro("__gaudi_plus__");
    B.defineMacro("MAX_TENSORS", llvm::Twine(NumTensors));
    B.defineMacro("MAX_VLM", llvm::Twine(Chip.VectorMemory));
    B.defineMacro("MAX_SLM", llvm::Twine(Chip.ScalarMemory));
  }

  bool isValidCPUName(StringRef Name) const override {
    return tpc::findMachine(Name);
  }
  bool setCPU(const std::string &Name) override {
    return tpc::findMachine(Name);
  }
  bool hasFeature(StringRef Feature) const override {
    return Feature == "tpc" || Feature == "gaudi";
  }

  uint64_t getPointerWidthV(LangAS AS) const override {
    bool IsGlobal =
        isTargetAddressSpace(AS) && toTargetAddressSpace(AS) == tpc::Global;
    return IsGlobal ? 64 : 32;
  }
  uint64_t getPointerAlignV(LangAS AS) const override {
    return getPointerWidthV(AS);
  }

  ArrayRef<Builtin::Info> getTargetBuiltins() const override { return {}; }
  BuiltinVaListKind getBuiltinVaListKind() const override {
    return CharPtrBuiltinVaList;
  }
  ArrayRef<const char *> getGCCRegNames() const override {
    return registerNames();
  }
  ArrayRef<GCCRegAlias> getGCCRegAliases() const override { return {}; }
  std::string_view getClobbers() const override { return ""; }
  bool validateAsmConstraint(const char *&Name,
                             ConstraintInfo &Info) const override {
    if (llvm::TPC::findAsmRegister(StringRef(Name, 1)) ==
        llvm::TPC::AsmRegister::None)
      return false;
    Info.setAllowsRegister();
    return true;
  }
};

// TargetInfo keeps its options in a private member that only
// TargetInfo::CreateTargetInfo sets, which does not know our target. An
// explicit instantiation may name private members.
std::shared_ptr<TargetOptions> &optionsOf(TargetInfo &T);
template <std::shared_ptr<TargetOptions> TargetInfo::*Member>
struct OptionsAccess {
  friend std::shared_ptr<TargetOptions> &optionsOf(TargetInfo &T) {
    return T.*Member;
  }
};
template struct OptionsAccess<&TargetInfo::TargetOpts>;

} // namespace

const tpc::Machine *tpc::findMachine(StringRef CPU) {
  const Machine *Found = llvm::find_if(
      Machines, [CPU](const Machine &M) { return M.Name == CPU; });
  return Found == std::end(Machines) ? nullptr : Found;
}

bool tpc::isKnownCPU(StringRef Name) {
  return llvm::StringSwitch<bool>(Name)
      .Cases("goya", "dali", "gaudi", "gaudib", true)
      .Cases("greco", "goya2", "gaudi2", "doron1", true)
      .Default(false);
}

TargetInfo *tpc::createTargetInfo(const std::shared_ptr<TargetOptions> &Opts,
                                  unsigned NumTensors) {
  auto *Target = new TPCTargetInfo(*Opts, NumTensors);
  optionsOf(*Target) = Opts;
  return Target;
}
