import { Component, type ReactNode } from 'react';
import { ScreenBroken } from './ScreenBroken.tsx';

interface Props {
  /** Another page begins afresh. */
  page: string;
  children: ReactNode;
}

/** Keeps the frame of the page when a screen cannot be loaded or breaks. */
export class ScreenBoundary extends Component<Props, { error?: Error; page?: string }> {
  override state: { error?: Error; page?: string } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: { error?: Error; page?: string }) {
    return props.page === state.page ? null : { page: props.page, error: undefined };
  }

  override render() {
    return this.state.error ? <ScreenBroken error={this.state.error} /> : this.props.children;
  }
}
