// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Nothing makes vectors of scalars, or wider ones.
// RUN: %tpc-clang -O2 -S -emit-llvm %s -o - | FileCheck %s \
// RUN:   --implicit-check-not='<4 x i32>' --implicit-check-not='<2 x i32>' \
// RUN:   --implicit-check-not=i33

// CHECK: @main
// CHECK: mul{{.*}} i32
// CHECK: store i32 {{.*}}addrspace(1)
// CHECK: phi i32
// CHECK: call void @llvm.tpc.st.tnsr.v64i32
int a[16], b[16];
void main(tensor t, int n) {
  int5 at = {0};
  b[n & 15] = n;
  for (int i = 0; i < 16; i++)
    a[i] = b[i] * n + i;
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += a[i & 15] ^ i;
  v_i32_st_tnsr(at, t, (int64)sum);
}
