package backstep.testing;

import javafx.scene.paint.Color;

/// How colours look to people who lack one kind of cones, and how far apart two colours look.
///
/// The matrices are those of severity 1.0, for linear RGB, of G. M. Machado, M. M. Oliveira and L.
/// A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
/// Transactions on Visualization and Computer Graphics 15 (2009). Distances are Euclidean in OKLab
/// (B. Ottosson, "A perceptual color space for image processing", 2020).
public enum Vision {
  USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
  PROTANOPIA(
      0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
  DEUTERANOPIA(
      0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
  TRITANOPIA(
      1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

  private static final double[] CONES = {
    0.4122214708, 0.5363325363, 0.0514459929,
    0.2119034982, 0.6806995451, 0.1073969566,
    0.0883024619, 0.2817188376, 0.6299787005
  };

  private static final double[] OKLAB = {
    0.2104542553, 0.7936177850, -0.0040720468,
    1.9779984951, -2.4285922050, 0.4505937099,
    0.0259040371, 0.7827717662, -0.8086757660
  };

  @SuppressWarnings("ImmutableEnumChecker") // nothing writes into it
  private final double[] matrix;

  Vision(double... matrix) {
    this.matrix = matrix;
  }

  /// How far apart two colours look; white and black are 1 apart.
  public double distance(Color one, Color other) {
    double[] a = oklab(one);
    double[] b = oklab(other);
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }

  private double[] oklab(Color color) {
    double[] linear = {
      linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue()),
    };
    double[] seen = times(matrix, linear);
    for (int i = 0; i < seen.length; i++) {
      seen[i] = Math.clamp(seen[i], 0, 1);
    }
    double[] cones = times(CONES, seen);
    for (int i = 0; i < cones.length; i++) {
      cones[i] = Math.cbrt(cones[i]);
    }
    return times(OKLAB, cones);
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static double[] times(double[] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix[3 * i + j] * vector[j];
      }
    }
    return product;
  }
}
