// The object's metadata says what the code uses: look-up tables,
// read-modify-write, printf, scalar arguments.
//
// RUN: %tpc-clang -O2 -c -DLOOKUP %s -o %t.o
// RUN: %tpc-objdump -m %t.o | FileCheck %s --check-prefix=LOOKUP
// LOOKUP: specialFunctionUsed: DB 1
// LOOKUP: printfUsed: DB 0
// LOOKUP: paramsNum: DB 0
// RUN: %tpc-clang -O2 -c -DRMW %s -o %t.o
// RUN: %tpc-objdump -m %t.o | FileCheck %s --check-prefix=RMW
// RMW: specialFunctionUsed: DB 0
// RMW: paramsNum: DB 1
// RMW: rmwStore[1]: DB 1

#ifdef LOOKUP
void main(tensor in, tensor out) {
  int5 at = {0};
  uint64 n = v_u32_ld_tnsr_b(at, in);
  v_f32_st_tnsr(at, out, v_f32_lookup_1c(n, e_fp32_pow2, SW_BV32, 0));
}
#else
void main(tensor in, tensor out, float a) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  v_f32_st_tnsr_rmw(at, out, x + a,
                    MkRMW(e_rmw_fp32, e_rmw_add, e_rmw_atomic, e_tnsr_dt_srf));
}
#endif
