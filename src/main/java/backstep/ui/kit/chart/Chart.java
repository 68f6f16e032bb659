package backstep.ui.kit.chart;

import backstep.ui.kit.Clip;
import backstep.ui.kit.KeyTaker;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Curves, points and notes between two axes, to be read by pointer and by keys.
///
/// What it shows is one immutable [ChartData], which may be replaced at every frame. It is as large
/// as it is made; all its distances follow the size of the type.
///
/// - Pointing reads the nearest point. The wheel zooms the x axis around the pointer, with Shift
///   the y axis; dragging with Shift or the middle button moves what is seen; a double click shows
///   all.
/// - With the focus: arrows read along a curve (with Shift in leaps) and from curve to curve,
///   `Home` and `End` go to its ends, `+` `−` `0` zoom (with `Alt` along y), `Enter` travels, `Ctrl
///   C` copies the picture, `Ctrl Shift C` the table, `G` changes the scale of y, `Esc` ends
///   reading.
///
/// To a screen reader it is a slider along its curve: its text tells what is drawn, its value is
/// the point that is read.
public final class Chart extends Region implements KeyTaker {
  private static final double LEGEND_PART = 0.35;

  private final Messages messages;
  // Bound, not subscribed to the messages, which live longer than a chart.
  private final ObjectProperty<Words> words = new SimpleObjectProperty<>(this, "words");
  private final ObjectProperty<ChartData> data =
      new SimpleObjectProperty<>(this, "data", ChartData.NONE);
  private Optional<DoubleConsumer> onTravel = Optional.empty();
  private Optional<Consumer<Scale>> onScale = Optional.empty();

  private final Axes axes = new Axes(this::redraw);
  private final Plot plot = new Plot();
  private final EdgeSigns signs;
  private final Readout readout = new Readout();
  private final Legend legend;
  private final Button all = new Button();
  private final Label nothing = new Label();
  private final Viewport view = new Viewport(data::get, this::redraw);
  private final Reader reader = new Reader(data::get, view, this::read);
  private final Keys keys = new Keys(this, view, reader);

  /// An empty chart.
  public Chart(Messages messages) {
    this.messages = messages;
    signs = new EdgeSigns(messages);
    legend = new Legend(messages);
    getStyleClass().add("chart");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    all.setId("chart-all");
    all.getStyleClass().addAll("small-button", "chart-all");
    all.setManaged(false);
    all.setVisible(false);
    all.setOnAction(_ -> {
      view.showAll();
      requestFocus();
    });
    nothing.getStyleClass().add("muted");
    nothing.setManaged(false);
    nothing.setVisible(false);
    Later.add(getChildren(), axes, plot, nothing, signs, legend, all, readout);
    new Gestures(this, view, reader);
    new Menu(this, view, messages);
    words.bind(messages.words());
    words.subscribe(_ -> speak());
    data.subscribe((before, now) -> {
      plot.supply(now);
      view.changed(before, now);
      speak();
    });
  }

  // --- Properties --------------------------------------------------------------------------------

  /// What is drawn.
  public ObjectProperty<ChartData> dataProperty() {
    return data;
  }

  /// Shows what there is to see of a model, in the words of the language.
  ///
  /// @param data what is drawn of it
  public <V> void follow(ObservableValue<Optional<V>> view, Function<V, ChartData> data) {
    this.data.bind(
        Bindings.createObjectBinding(
            () -> view.getValue().map(data).orElse(ChartData.NONE), view, messages.words()));
  }

  public ChartData getData() {
    return data.get();
  }

  public void setData(ChartData now) {
    data.set(now);
  }

  /// Lets the learner choose an x, by a click, by dragging, or by `Enter` on the point that is
  /// read.
  ///
  /// @param action called with the x; with a whole number if the axis counts in them
  public void setOnTravel(DoubleConsumer action) {
    onTravel = Optional.of(action);
    setCursor(Cursor.HAND);
  }

  /// Lets the learner change the scale of the y axis.
  ///
  /// @param action called with the scale that is wanted
  public void setOnScale(Consumer<Scale> action) {
    onScale = Optional.of(action);
  }

  /// Lets the learner take kept runs away.
  ///
  /// @param action called with the run to take away
  public void setOnRemove(Consumer<Series> action) {
    legend.setOnRemove(action);
    redraw();
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Ends zoom and reading, as for other data.
  public void reset() {
    view.showAll();
    reader.clear();
  }

  /// A picture of the chart, twice as fine as it is on the screen.
  ///
  /// @param transparent whether it is drawn on nothing, rather than on the chart's own colour
  public WritableImage picture(boolean transparent) {
    reader.clear();
    return Photo.of(this, transparent);
  }

  /// Puts a picture of the chart on the clipboard, twice as fine as it is on the screen.
  public void copyPicture() {
    Clip.put(this, picture(false), messages);
  }

  /// Puts all points on the clipboard as comma-separated values.
  public void copyTable() {
    Clip.put(this, data.get().table(), messages);
  }

  /// Where things are, once the chart was laid out.
  Optional<Frame> frame() {
    return view.frame();
  }

  boolean travels() {
    return onTravel.isPresent();
  }

  void travelTo(double px) {
    if (onTravel.isPresent() && view.frame().isPresent()) {
      Projection across = view.frame().get().x();
      double inside = Math.clamp(px, across.start(), across.end());
      double x = across.value(inside);
      onTravel.get().accept(data.get().x().whole() ? Math.rint(x) : x);
    }
  }

  /// Travels to the point that is read, if there are both.
  Optional<Runnable> travelling() {
    return onTravel.flatMap(
        action -> reader.reading().map(reading -> () -> action.accept(reading.x(data.get()))));
  }

  /// Changes to the other scale, if that is offered.
  Optional<Runnable> rescaling() {
    Scale other = data.get().y().scale() == Scale.LOG ? Scale.LINEAR : Scale.LOG;
    return onScale.map(action -> () -> action.accept(other));
  }

  @Override
  public boolean takes(KeyEvent event) {
    return keys.action(event).isPresent();
  }

  // --- Drawing -----------------------------------------------------------------------------------

  // Unlike requestLayout this leaves the rest of the window alone, so that a chart can change at
  // every frame.
  private void redraw() {
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    double em = axes.em();
    ChartData now = data.get();
    double top = 0.3 * em;
    Box room = new Box(0, top, getWidth(), Math.max(1, getHeight() - 0.5 * em));
    Frame frame = axes.draw(now, view.x(), view.y(), legend(now, room, em), messages.numbers());
    view.drawn(frame);
    Placer placer = plot.draw(now, frame);
    placeButton(frame, placer);
    signs.draw(plot.outlines(), frame, placer);
    plot.name(now, frame, placer, frame.isSmall() && !legend.isVisible());
    drawReadout(frame, placer.overCurves(frame.plot()));
    nothing.setVisible(now.isEmpty());
    if (now.isEmpty()) {
      nothing.applyCss();
      nothing.autosize();
      Box middle = frame.plot();
      nothing.relocate(
          Math.rint(middle.left() + (middle.width() - nothing.getWidth()) / 2),
          Math.rint(middle.top() + (middle.height() - nothing.getHeight()) / 2));
    }
  }

  // Beside the title of the y axis; what needs more lines pushes the plot down.
  private Box legend(ChartData now, Box room, double em) {
    legend.show(now.series(), em);
    double left = axes.titleWidth(now) + em;
    double width = room.width() - left - 0.5 * em;
    double height = legend.prefHeight(width);
    legend.setVisible(legend.isVisible() && height < LEGEND_PART * room.height());
    if (!legend.isVisible()) {
      return room;
    }
    legend.resizeRelocate(left, room.top(), width, height);
    double down = Math.max(0, height - 1.2 * em);
    return new Box(room.left(), room.top() + down, room.width(), room.height() - down);
  }

  private void placeButton(Frame frame, Placer placer) {
    all.setVisible(view.isZoomed());
    if (view.isZoomed()) {
      all.applyCss();
      all.autosize();
      double left = frame.plot().right() - all.getWidth();
      all.relocate(Math.rint(left), Math.rint(frame.plot().top()));
      placer.block(new Box(left, frame.plot().top(), all.getWidth(), all.getHeight()));
    }
  }

  private void drawReadout(Frame frame, Placer placer) {
    Optional<Reading> reading = reader.reading().filter(r -> frame.x().shows(r.x(data.get())));
    if (reading.isEmpty()) {
      readout.hide();
    } else {
      Reading at = reading.get();
      String text = new Telling(messages, data.get()).readout(at);
      double x = frame.x().at(at.x(data.get()));
      double y =
          Math.clamp(frame.edgeY(at.y(data.get())), frame.plot().top(), frame.plot().bottom());
      readout.show(x, y, text, frame, placer);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 28 * axes.em();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 14 * axes.em();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 8 * axes.em();
  }

  @Override
  protected double computeMinHeight(double width) {
    return 6 * axes.em();
  }

  // --- For screen readers ------------------------------------------------------------------------

  private void speak() {
    all.setText(messages.now("chart.all"));
    nothing.setText(messages.now("chart.nothing"));
    all.setAccessibleText(messages.now("chart.all.tip"));
    setAccessibleRoleDescription(messages.now("chart.role"));
    setAccessibleText(new Telling(messages, data.get()).summary());
    setAccessibleHelp(messages.now("chart.help"));
    redraw();
  }

  private void read() {
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    redraw();
  }

  /// The point that is read, in words; empty if none is.
  public String readingText() {
    return reader.reading().map(new Telling(messages, data.get())::point).orElse("");
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    Samples samples =
        data.get().series().isEmpty() ? Samples.of() : data.get().series().getFirst().samples();
    return switch (attribute) {
      case VALUE_STRING -> readingText();
      case VALUE -> reader.reading().map(r -> r.x(data.get())).orElse(0.0);
      case MIN_VALUE -> samples.isEmpty() ? 0.0 : samples.xExtremes().low();
      case MAX_VALUE -> samples.isEmpty() ? 0.0 : samples.xExtremes().high();
      case ORIENTATION -> Orientation.HORIZONTAL;
      // The drawing is told by the text.
      case CHILDREN -> getChildren().filtered(part -> List.of(legend, all).contains(part));
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT -> reader.step(1, false);
      case DECREMENT -> reader.step(-1, false);
      default -> super.executeAccessibleAction(action, parameters);
    }
  }
}
