@let N = 100
@let M = 2 * N + 1
@arg alpha f32 = 0.1
@arg n i32 = -N
@tensor x f32[N, 3] in pad -1 = random(1, -4, 4)
@tensor y u8[M,
@         2] inout pad 200 = iota(0, 0)
@tensor z bf16[8] out
@tensor f i16[4] in = file "a.npy"
@index_space ceil(N / 64), dim(x, 1), M % 64
@tpcs 3
@expect y[a, b] = wrap_u8(a * b)
