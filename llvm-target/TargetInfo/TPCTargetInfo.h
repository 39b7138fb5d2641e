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

/// Facts 3.1: pointers have 32 bits but for global memory, vectors are aligned
/// like a whole vector. A vector predicate takes a vector's place in memory.
/// Clang gives five-element vectors the size and the alignment of eight
/// elements, and LLVM must agree with it.
constexpr const char TPCDataLayout[] =
    "e-p:32:32-p1:32:32-p2:32:32-p3:64:64-i32:32-f16:16-f32:32-v160:256-"
    "v256:2048-v2048:2048-v4096:2048-v8192:2048-n8:16:32";

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TARGETINFO_TPCTARGETINFO_H
