package backstep.ui.stage;

import backstep.python.Naming;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The name of a function on a call of it, with the sign that the call opens or closes.
final class CallButton extends Button {
  private CallButton(String function, FontIcon sign, Messages messages, String tip) {
    super(function, sign);
    // An underscore is one.
    setMnemonicParsing(false);
    getStyleClass().setAll("call-button");
    Tip.name(this, messages.text(tip, function, Keymap.FOLD));
  }

  /// On a closed call. Its box has the focus, so the button needs none.
  static CallButton opening(Diagram.Closed closed, Messages messages) {
    CallButton button =
        new CallButton(
            Naming.function(closed.call()),
            new FontIcon(MaterialDesignP.PLUS_BOX_OUTLINE),
            messages,
            "call.open.tip");
    button.setFocusTraversable(false);
    return button;
  }

  /// On an open call.
  static CallButton closing(Diagram.Frame frame, Messages messages) {
    return new CallButton(
        Naming.function(frame.call()),
        new FontIcon(MaterialDesignM.MINUS_BOX_OUTLINE),
        messages,
        "call.close.tip");
  }
}
