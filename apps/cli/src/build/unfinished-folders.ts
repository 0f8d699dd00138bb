/** Where the editor's two builds are made, within `apps/editor`: they count neither as source nor as built. */
export const unfinishedFolders = { screens: 'dist-unfinished', drawing: 'dist-drawing-unfinished' } as const;
