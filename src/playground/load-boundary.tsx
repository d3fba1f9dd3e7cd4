import { Component, type ReactNode } from 'react';
import { LanguageContext, words, type Language } from './words.js';

/** Says that a part of the page could not be fetched, and lets the rest of it be. */
export class LoadBoundary extends Component<{ onFail?: () => void; onRetry?: () => void; children: ReactNode }> {
  static override contextType = LanguageContext;
  override state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override componentDidCatch() {
    this.props.onFail?.();
  }
  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const { partFailed, unreachableHint, retry } = words[this.context as Language];
    return (
      <div className="message bad" role="alert">
        <h3>{partFailed}</h3>
        <p>{unreachableHint}</p>
        <button type="button" className="primary" onClick={() => (this.props.onRetry?.(), location.reload())}>
          {retry}
        </button>
      </div>
    );
  }
}
