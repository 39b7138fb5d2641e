//===-- TPCTargetTransformInfo.h - What passes on IR may ask ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCTARGETTRANSFORMINFO_H
#define LLVM_LIB_TARGET_TPC_TPCTARGETTRANSFORMINFO_H

#include "TPCTargetMachine.h"
#include "llvm/CodeGen/BasicTTIImpl.h"

namespace llvm {

class TPCTTIImpl : public BasicTTIImplBase<TPCTTIImpl> {
  using BaseT = BasicTTIImplBase<TPCTTIImpl>;
  friend BaseT;

  const TPCSubtarget *ST;
  const TPCTargetLowering *TLI;

  const TPCSubtarget *getST() const { return ST; }
  const TPCTargetLowering *getTLI() const { return TLI; }

public:
  TPCTTIImpl(const TPCTargetMachine *TM, const Function &F)
      : BaseT(TM, F.getDataLayout()), ST(TM->getSubtargetImpl(F)),
        TLI(ST->getTargetLowering()) {}

  /// An access keeps its order with others whatever the address space is.
  bool hasVolatileVariant(Instruction *, unsigned) const { return true; }
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCTARGETTRANSFORMINFO_H
