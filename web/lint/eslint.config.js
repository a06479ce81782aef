// typescript-eslint's strictest set, which knows the types. What differs from it says why.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: "../tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Handlers are one expression, whatever it gives back.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-expressions": ["error", { allowShortCircuit: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Properties are handed on to other views: they are functions, not methods that need their object.
      "@typescript-eslint/method-signature-style": ["error", "property"],
    },
  },
);
