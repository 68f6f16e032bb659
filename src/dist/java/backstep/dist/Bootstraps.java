package backstep.dist;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes out what Java makes anew at each start, when it is first needed, and does not keep in its
/// cache: how two records are equal, their hash code, and which case of a `switch` over types
/// holds. Each such call becomes one of a method in the same class, which does the same as
/// `java.lang.runtime.ObjectMethods` and `SwitchBootstraps` say of theirs.
///
/// The text of a record is left as it is, and a `switch` with a case that is no type.
final class Bootstraps {
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private final ClassFile files;

  private record Made(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
    void writeTo(ClassBuilder file) {
      file.withMethodBody(
          name, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, body);
    }
  }

  /// @param library has the classes that those to be written out make use of
  Bootstraps(ClassLoader library) {
    files =
        ClassFile.of(
            ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(library)));
  }

  /// @param bytes a class file
  /// @return a class file that does the same
  byte[] writtenOut(byte[] bytes) {
    ClassModel type = files.parse(bytes);
    boolean isInterface = type.flags().has(AccessFlag.INTERFACE);
    List<Made> methods = new ArrayList<>();
    CodeTransform calls =
        (code, element) -> {
          Optional<Made> made =
              element instanceof InvokeDynamicInstruction call
                  ? body(call).map(body -> made(call, methods.size(), body))
                  : Optional.empty();
          made.ifPresentOrElse(
              one -> {
                methods.add(one);
                code.invokestatic(type.thisClass().asSymbol(), one.name, one.type, isInterface);
              },
              () -> code.with(element));
        };
    return files.transformClass(
        type,
        ClassTransform.transformingMethodBodies(calls)
            .andThen(ClassTransform.endHandler(file -> methods.forEach(one -> one.writeTo(file)))));
  }

  private static Made made(InvokeDynamicInstruction call, int number, Consumer<CodeBuilder> body) {
    return new Made(call.name().stringValue() + '$' + number, call.typeSymbol(), body);
  }

  private static Optional<Consumer<CodeBuilder>> body(InvokeDynamicInstruction call) {
    return switch (call.bootstrapMethod().owner().displayName() + '.' + call.name()) {
      case "ObjectMethods.equals" -> Optional.of(code -> equal(code, call));
      case "ObjectMethods.hashCode" -> Optional.of(code -> hash(code, call));
      case "SwitchBootstraps.typeSwitch" -> types(call).map(types -> code -> choose(code, types));
      default -> Optional.empty();
    };
  }

  // --- Records -----------------------------------------------------------------------------------

  // Behind the record itself and the names of its components.
  private static List<DirectMethodHandleDesc> components(InvokeDynamicInstruction call) {
    return call.bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }

  private static void equal(CodeBuilder code, InvokeDynamicInstruction call) {
    ClassDesc self = call.typeSymbol().parameterType(0);
    Label different = code.newLabel();
    Label alike = code.newLabel();
    code.aload(0).aload(1).if_acmpeq(alike);
    code.aload(1).instanceOf(self).ifeq(different);
    for (DirectMethodHandleDesc component : components(call)) {
      String name = component.methodName();
      ClassDesc type = component.invocationType().returnType();
      code.aload(0).getfield(self, name, type);
      code.aload(1).checkcast(self).getfield(self, name, type);
      switch (TypeKind.from(type)) {
        case INT, SHORT, BYTE, CHAR, BOOLEAN -> code.if_icmpne(different);
        case LONG, FLOAT, DOUBLE -> {
          ClassDesc box = box(type);
          code.invokestatic(box, "compare", MethodTypeDesc.of(CD_int, type, type)).ifne(different);
        }
        case REFERENCE -> {
          MethodTypeDesc both = MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object);
          code.invokestatic(OBJECTS, "equals", both).ifeq(different);
        }
        case VOID -> throw new IllegalArgumentException(name);
      }
    }
    code.labelBinding(alike).iconst_1().ireturn();
    code.labelBinding(different).iconst_0().ireturn();
  }

  private static void hash(CodeBuilder code, InvokeDynamicInstruction call) {
    code.iconst_0();
    for (DirectMethodHandleDesc component : components(call)) {
      ClassDesc type = component.invocationType().returnType();
      code.bipush(31).imul();
      code.aload(0).getfield(component.owner(), component.methodName(), type);
      if (type.isPrimitive()) {
        code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(CD_int, type));
      } else {
        code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case SHORT -> ConstantDescs.CD_Short;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.descriptorString());
    };
  }

  // --- Switches ----------------------------------------------------------------------------------

  // Of all its cases; none where one is something else.
  private static Optional<List<ClassDesc>> types(InvokeDynamicInstruction call) {
    List<ClassDesc> types = new ArrayList<>();
    for (ConstantDesc label : call.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type)) {
        return Optional.empty();
      }
      types.add(type);
    }
    return Optional.of(types);
  }

  // A case that held, but whose condition did not, is passed over: the second parameter says from
  // which one on they count.
  private static void choose(CodeBuilder code, List<ClassDesc> types) {
    Label some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn();
    code.labelBinding(some);
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(types.get(i)).ifeq(next);
      code.loadConstant(i).ireturn();
      code.labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }
}
