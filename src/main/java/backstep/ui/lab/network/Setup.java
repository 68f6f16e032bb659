package backstep.ui.lab.network;

import backstep.lab.NetworkData;
import backstep.lab.NetworkSettings;
import backstep.train.Dataset;
import java.util.Optional;

/// What is set: by which network which points are learned.
record Setup(NetworkSettings settings, NetworkData data) {
  /// What the lab begins with.
  static final Setup FIRST = new Setup(NetworkSettings.DEFAULT, NetworkData.DEFAULT);

  /// The points; none where they cannot be learned.
  Optional<Dataset> points() {
    return data.points(settings.seed());
  }
}
