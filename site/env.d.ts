declare namespace App {
  /** What a page is given: its value, and nothing else. */
  interface Locals {
    view: import('#shared/publication/page-views.ts').PageView;
  }
}
