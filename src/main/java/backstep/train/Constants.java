package backstep.train;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.DEFAULT_NAME;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// The objects that a compiled class holds as constants.
final class Constants {
  private static final DirectMethodHandleDesc CLASS_DATA_AT =
      ConstantDescs.ofConstantBootstrap(
          MethodHandles.class.describeConstable().orElseThrow(), "classDataAt", CD_Object, CD_int);

  private final List<Object> values = new ArrayList<>();
  private final IdentityHashMap<Object, ConstantDesc> known = new IdentityHashMap<>();

  /// The constant that stands for an object.
  ConstantDesc of(Object value) {
    return known.computeIfAbsent(
        value,
        _ -> {
          values.add(value);
          ClassDesc type = value.getClass().describeConstable().orElseThrow();
          return DynamicConstantDesc.ofNamed(CLASS_DATA_AT, DEFAULT_NAME, type, values.size() - 1);
        });
  }

  /// The objects, as the class is to be given them.
  List<Object> values() {
    return List.copyOf(values);
  }
}
