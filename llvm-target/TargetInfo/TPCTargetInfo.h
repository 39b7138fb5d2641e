//===-- TPCTargetInfo.h - TPC target implementation -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The target object of the TPC. Every other piece registers itself with it.
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TARGETINFO_TPCTARGETINFO_H
#define LLVM_LIB_TARGET_TPC_TARGETINFO_TPCTARGETINFO_H

namespace llvm {

class Target;

Target &getTheTPCTarget();

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TARGETINFO_TPCTARGETINFO_H
