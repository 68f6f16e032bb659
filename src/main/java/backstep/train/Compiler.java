package backstep.train;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Makes Java bytecode of loops.
///
/// To the JVM's own compiler the arrays, their lengths and all counts are then constants, and it
/// makes of the small loops what it would of loops written by hand for this one graph. Kernels that
/// are told sizes and steps at run time take four times as long on small networks.
final class Compiler {
  // A class has room for 65,535 constants.
  private static final int MOST_LOOPS = 500;

  private static final ClassDesc NAME = ClassDesc.of("backstep.train.Compiled");
  private static final ClassDesc RUNNABLE = Runnable.class.describeConstable().orElseThrow();

  private Compiler() {}

  /// Something that runs the loops one after another.
  static Runnable compile(List<Loop> loops, Memory memory) {
    List<Runnable> pieces = new ArrayList<>();
    for (int i = 0; i < loops.size(); i += MOST_LOOPS) {
      pieces.add(piece(loops.subList(i, Math.min(i + MOST_LOOPS, loops.size())), memory));
    }
    return pieces.size() == 1 ? pieces.getFirst() : () -> pieces.forEach(Runnable::run);
  }

  private static Runnable piece(List<Loop> loops, Memory memory) {
    Constants constants = new Constants();
    byte[] bytes =
        ClassFile.of()
            .build(
                NAME,
                type -> {
                  type.withFlags(ClassFile.ACC_FINAL).withInterfaceSymbols(RUNNABLE);
                  constructor(type);
                  run(type, loops.size());
                  for (int i = 0; i < loops.size(); i++) {
                    Loop loop = loops.get(i);
                    type.withMethodBody(
                        name(i),
                        MTD_void,
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
                        code -> new LoopWriter(code, loop, memory, constants).write());
                  }
                });
    try {
      // Hidden: it goes when the plan goes.
      return (Runnable)
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(bytes, constants.values(), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void constructor(ClassBuilder type) {
    type.withMethodBody(
        INIT_NAME,
        MTD_void,
        0,
        code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
  }

  private static void run(ClassBuilder type, int loops) {
    type.withMethodBody(
        "run",
        MethodTypeDesc.of(CD_void),
        ClassFile.ACC_PUBLIC,
        code -> {
          IntStream.range(0, loops).forEach(i -> code.invokestatic(NAME, name(i), MTD_void));
          code.return_();
        });
  }

  private static String name(int loop) {
    return "loop" + loop;
  }
}
