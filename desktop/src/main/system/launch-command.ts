export interface HowItRuns {
  /** Electron's or the packaged app's executable. */
  execPath: string;
  isPackaged: boolean;
  /** The folder of the app; what Electron is given where the app is not packaged. */
  appPath: string;
  /** The AppImage that this start was unpacked from: the executable in it is gone after the app. */
  appImage: string | null;
}

/** What starts this same app again, as program and arguments. */
export function launchCommand({ execPath, isPackaged, appPath, appImage }: HowItRuns): [string, ...string[]] {
  if (appImage !== null) return [appImage];
  return isPackaged ? [execPath] : [execPath, appPath];
}
