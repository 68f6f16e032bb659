package backstep.ui.settings;

/// Where settings are kept from one start to the next.
public interface SettingsStore {
  /// What was kept; where there is nothing, or nothing that can be read, the usual.
  Settings load();

  /// Keeps the settings if it can. That it cannot is no reason to disturb the learner.
  void save(Settings settings);

  /// Begins with these settings and keeps none, for tests and pictures.
  static SettingsStore passing(Settings settings) {
    return new SettingsStore() {
      @Override
      public Settings load() {
        return settings;
      }

      @Override
      public void save(Settings changed) {
        // Nothing is kept.
      }
    };
  }
}
