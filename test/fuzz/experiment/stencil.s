@let W = 20
@tensor in i16[W, 5] in = random(7, 0, 255)
@tensor out i16[W - 2, 3] out
@expect out[i, j] = min(255, abs(sum(k: 0..3) (k == 1 ? 2 : 1)
@       * (in[i + 2, j + k] - in[i - 1, j + k] else 0)) ) within abs 1 or rel 0.5
