//===-- TPCMCObjectFileInfo.h - TPC object file properties ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCOBJECTFILEINFO_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCOBJECTFILEINFO_H

#include "MCTargetDesc/TPCBaseInfo.h"
#include "llvm/MC/MCObjectFileInfo.h"

namespace llvm {

class TPCMCObjectFileInfo : public MCObjectFileInfo {
public:
  unsigned getTextSectionAlignment() const override { return TPC::BundleBytes; }
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCOBJECTFILEINFO_H
