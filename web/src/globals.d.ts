// The File System Access API where the browser has it, and what esbuild puts in.
declare module "*.css";

interface FileSystemFileHandle {
  requestPermission?: (wish: { mode: "read" | "readwrite" }) => Promise<PermissionState>;
}

interface Window {
  showOpenFilePicker?: (options?: { multiple?: boolean }) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options?: { suggestedName?: string }) => Promise<FileSystemFileHandle>;
}
