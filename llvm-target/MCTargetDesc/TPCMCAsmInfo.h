//===-- TPCMCAsmInfo.h - TPC assembly conventions ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCASMINFO_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCASMINFO_H

#include "llvm/MC/MCAsmInfo.h"

namespace llvm {

class Triple;

class TPCMCAsmInfo : public MCAsmInfo {
public:
  explicit TPCMCAsmInfo(const Triple &TT);
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCASMINFO_H
