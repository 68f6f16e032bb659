package backstep.ui.kit.chart;

/// Where on the x axis the points of a row are.
sealed interface Places {
  double x(int index);

  /// How many points there are before the first whose x is smaller than that of the one before.
  int sortedUpTo();

  /// The first of `size` indexes whose x is `x` or more; `size` if there is none. Only for places
  /// in ascending order.
  int firstFrom(double x, int size);

  /// The extremes of the first `size` x that are finite.
  Extremes extremes(int size);

  /// The least, the greatest, and the least above zero; NaN where there is none.
  record Extremes(double low, double high, double lowPositive) {}

  /// At equal distances.
  record Even(double first, double step) implements Places {
    public Even {
      if (!(step > 0) || !Double.isFinite(first) || !Double.isFinite(step)) {
        throw new IllegalArgumentException("x from " + first + " in steps of " + step);
      }
    }

    @Override
    public double x(int index) {
      return first + step * index;
    }

    @Override
    public int sortedUpTo() {
      return Integer.MAX_VALUE;
    }

    @Override
    public int firstFrom(double x, int size) {
      int index = (int) Math.clamp(Math.ceil((x - first) / step), 0, size);
      // Rounding may have led one too far either way.
      while (index > 0 && x(index - 1) >= x) {
        index--;
      }
      while (index < size && x(index) < x) {
        index++;
      }
      return index;
    }

    @Override
    public Extremes extremes(int size) {
      if (size == 0) {
        return new Extremes(Double.NaN, Double.NaN, Double.NaN);
      }
      int positive = firstFrom(Double.MIN_VALUE, size);
      return new Extremes(x(0), x(size - 1), positive < size ? x(positive) : Double.NaN);
    }
  }

  /// Anywhere.
  final class Listed implements Places {
    private final Column xs = new Column();
    private final Pyramid pyramid = new Pyramid(xs);
    private int sortedUpTo = Integer.MAX_VALUE;

    void add(double x) {
      int size = xs.size();
      boolean ascends = size == 0 ? Double.isFinite(x) : x >= xs.get(size - 1);
      if ((!ascends || Double.isInfinite(x)) && sortedUpTo == Integer.MAX_VALUE) {
        sortedUpTo = size;
      }
      xs.add(x);
      pyramid.grow();
    }

    @Override
    public double x(int index) {
      return xs.get(index);
    }

    @Override
    public int sortedUpTo() {
      return sortedUpTo;
    }

    @Override
    public int firstFrom(double x, int size) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (xs.get(middle) >= x) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    @Override
    public Extremes extremes(int size) {
      Survey survey = new Survey();
      pyramid.survey(0, size, survey);
      return new Extremes(figure(survey.low), figure(survey.high), figure(survey.lowPositive));
    }

    private double figure(int index) {
      return index < 0 ? Double.NaN : xs.get(index);
    }
  }
}
