package backstep.ui.classroom;

import atlantafx.base.theme.Tweaks;
import backstep.trace.Cover.Kind;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// The button with what can be hidden.
public final class CoverMenu extends MenuButton {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  public CoverMenu(CoverModel model, Messages messages) {
    setId("cover");
    getStyleClass().addAll("bar-button", "cover-menu", Tweaks.NO_ARROW);
    // A style sheet leaves it out where a small window has no room; its key stays.
    managedProperty().bind(visibleProperty());
    setMinWidth(USE_PREF_SIZE);
    setGraphic(new FontIcon(MaterialDesignE.EYE_OFF_OUTLINE));
    ObservableValue<String> words = messages.text("cover.tip", Keymap.HIDE);
    Tip.name(this, words);
    model.onProperty().subscribe(on -> pseudoClassStateChanged(SELECTED, on));
    for (Kind kind : Kind.values()) {
      CheckMenuItem item = new CheckMenuItem();
      item.setId("cover-" + kind.id());
      item.textProperty().bind(messages.text("cover.hide." + kind.id()));
      item.setOnAction(_ -> model.toggle(kind));
      model.coverProperty().subscribe(now -> item.setSelected(now.hides(kind)));
      getItems().add(item);
    }
  }
}
